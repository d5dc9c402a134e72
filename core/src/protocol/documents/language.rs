/// The value of `member` in the best matching language, by the lookup of [RFC 4647 section
/// 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). `language` is a language range, such as `fr-CA`. `variants`
/// are the pairs of [`ResourceMetadata::variants`](crate::ResourceMetadata::variants): full names, such as
/// `resource_name#fr-CA`, and values. For bindings with their own copy of the variants.
///
/// ```
/// let variants = [("resource_name#fr", "Exemple"), ("resource_tos_uri#fr", "https://rs.example/cgu")];
/// let found = telnyx_oauth::embedding::look_up_variant(variants.into_iter(), "resource_name", "fr-CA");
/// assert_eq!(found, Some("Exemple"));
/// ```
pub fn look_up_variant<'a>(
    variants: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    member: &str,
    language: &str,
) -> Option<&'a str> {
    let tagged = variants.filter_map(|(name, value)| match name.split_once('#') {
        Some((base, tag)) if base == member => Some((tag, value)),
        _ => None,
    });
    look_up(language, tagged)
}

/// Finds the variant for a language range, by the lookup of
/// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4): removes subtags from the end of the range
/// until it is equal to a tag. Case does not matter. `*` matches no variant.
fn look_up<'a, T>(range: &str, variants: impl Iterator<Item = (&'a str, T)> + Clone) -> Option<T> {
    let mut range = range;
    loop {
        let found = variants.clone().find(|(tag, _)| tag.eq_ignore_ascii_case(range));
        if let Some((_, value)) = found {
            return Some(value);
        }
        let (shorter, _) = range.rsplit_once('-')?;
        // Also remove a subtag of one character: it belongs to the removed subtag.
        range = match shorter.rsplit_once('-') {
            Some((rest, single)) if single.len() == 1 => rest,
            _ => shorter,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::look_up;

    #[test]
    fn ranges_are_shortened_from_their_end() {
        let variants = [("fr", 1), ("fr-CA", 2), ("zh-Hant", 3), ("de-1996", 4)];
        let look_up = |range| look_up(range, variants.iter().copied());
        assert_eq!(look_up("fr-ca"), Some(2));
        assert_eq!(look_up("FR-be"), Some(1));
        assert_eq!(look_up("zh-Hant-CN-x-private1-private2"), Some(3));
        assert_eq!(look_up("zh-Hans"), None);
        assert_eq!(look_up("de"), None);
        assert_eq!(look_up("*"), None);
        assert_eq!(look_up(""), None);
    }
}
