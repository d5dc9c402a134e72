//! C++: the methods of both documents in `telnyx_oauth.hpp`, on top of C's functions.

use crate::c::document::Document;
use crate::c::options::sentences;
use crate::c::prose::{accessor_sentence, sentence};
use crate::member::{Kind, Member};
use crate::option::{ClientOption, OptionKind};
use crate::output::Output;
use crate::table::Table;
use crate::text::wrapped;

const HEADER: &str = "include/telnyx_oauth.hpp";
/// The longest line of the header.
const WIDTH: usize = 120;

const LENT: &str = "std::optional<std::string_view>";
const LIST: &str = "std::vector<std::string_view>";
const PAIRS: &str = "std::vector<std::pair<std::string_view, std::string_view>>";

pub(crate) fn outputs(table: &Table) -> Vec<Output> {
    let [resource, server] = Document::both(table);
    vec![
        Output::region(HEADER, "resource_metadata_view", view(&resource)),
        Output::region(HEADER, "methods of resource_metadata", owner(&resource)),
        Output::region(HEADER, "authorization_server_metadata_view", view(&server)),
        Output::region(HEADER, "methods of authorization_server_metadata", owner(&server)),
    ]
}

/// A method of a document's view.
struct Method {
    doc: String,
    returns: &'static str,
    name: String,
    /// With its type; empty: none.
    parameter: &'static str,
    /// What follows the parameters. A method with `&` lends: it needs a document that stays.
    qualifiers: &'static str,
    /// The function that is called, and its arguments.
    call: (String, Vec<String>),
}

/// The methods, each with its sentence.
fn view(document: &Document<'_>) -> String {
    methods(document).iter().map(|method| format!("\n{}", method.definition())).collect()
}

/// The same methods in the class that owns: those that lend are deleted for temporaries.
fn owner(document: &Document<'_>) -> String {
    let view = format!("{}_view", document.noun);
    let methods = methods(document);
    let lending = methods.iter().enumerate().filter(|(_, method)| method.qualifiers.contains('&'));
    lending
        .map(|(at, method)| method.deleted(&view, methods[..at].iter().any(|other| other.name == method.name)))
        .collect()
}

fn methods(document: &Document<'_>) -> Vec<Method> {
    let typed = document.members.iter().flat_map(|member| of_member(document.noun, member));
    typed.chain(by_name(document.noun)).collect()
}

impl Method {
    fn definition(&self) -> String {
        let Method { doc, returns, name, parameter, qualifiers, call: (function, arguments) } = self;
        let head = format!("  {returns} {name}({parameter}) {qualifiers} {{");
        let whole = format!("return {function}({});", arguments.join(", "));
        let doc = wrapped(doc, "  /// ", WIDTH);
        if head.len() + whole.len() + 3 <= WIDTH {
            return format!("{doc}{head} {whole} }}\n");
        }
        let whole = if whole.len() + 4 <= WIDTH {
            format!("    {whole}\n")
        } else {
            format!("    return {function}(\n        {});\n", arguments.join(",\n        "))
        };
        format!("{doc}{head}\n{whole}  }}\n")
    }

    /// Its deleted form; `is_overload`: a method of the same name was deleted before.
    fn deleted(&self, view: &str, is_overload: bool) -> String {
        let Method { returns, name, parameter, .. } = self;
        if parameter.is_empty() {
            return format!("  TELNYX_OAUTH_LENDS({view}, {name});\n");
        }
        let using = if is_overload { String::new() } else { format!("  using {view}::{name};\n") };
        let type_ = parameter.rsplit_once('&').map_or(*parameter, |(type_, _)| type_);
        format!("{using}  {returns} {name}({type_}&) const && = delete;\n")
    }
}

fn method(doc: &str, returns: &'static str, name: &str, function: &str, arguments: &[&str]) -> Method {
    let qualifiers = match returns {
        LENT => "const & noexcept",
        LIST | PAIRS => "const &",
        _ => "const noexcept",
    };
    let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    let call = (function.to_owned(), arguments);
    Method { doc: doc.to_owned(), returns, name: name.to_owned(), parameter: "", qualifiers, call }
}

fn of_member(noun: &str, member: &Member) -> Vec<Method> {
    let name = &member.identifier();
    let c = |name: &str| format!("telnyx_{noun}_{name}");
    let doc = sentence(member);
    let has = |empty: &str| {
        let doc = format!("Whether the document has {name}, be it {empty}.");
        method(&doc, "bool", &format!("has_{name}"), &c(&format!("has_{name}")), &["handle()"])
    };
    let lent = |call: String| format!("{call}(handle())");
    match member.kind {
        Kind::Identifier | Kind::String | Kind::Page | Kind::Endpoint | Kind::Object => {
            let plain = method(&doc, LENT, name, "detail::optional", &[&lent(c(name))]);
            if !member.localized {
                return vec![plain];
            }
            let doc = format!(
                "{name}() in the language that fits best, by the lookup of \
                 https://www.rfc-editor.org/rfc/rfc4647#section-3.4; without a language if none fits."
            );
            let call = format!("{}(handle(), language.c_str())", c(&format!("{name}_for")));
            let mut in_language = method(&doc, LENT, &format!("{name}_for"), "detail::optional", &[&call]);
            in_language.parameter = "const text &language";
            vec![plain, in_language]
        }
        Kind::Strings | Kind::Algorithms => {
            let doc = format!("{doc} Empty if the document has none.");
            let functions = [c(&format!("{name}_count")), c(&format!("{name}_at"))];
            let list = method(&doc, LIST, name, "detail::list", &["handle()", &functions[0], &functions[1]]);
            vec![list, has("an empty list")]
        }
        Kind::Endpoints => {
            let functions = ["count", "name_at", "value_at"].map(|part| c(&format!("{name}_{part}")));
            let doc = format!("{doc} Each with its name; none if the document has none.");
            let [count, name_at, value_at] = &functions;
            let all = method(&doc, PAIRS, name, "detail::pairs", &["handle()", count, name_at, value_at]);
            let call = format!("{}(handle(), name.c_str())", c(name));
            let doc = format!("One of {name}, by its name, such as \"token_endpoint\".");
            let mut one = method(&doc, LENT, name, "detail::optional", &[&call]);
            one.parameter = "const text &name";
            vec![all, one, has("empty")]
        }
        Kind::Boolean => {
            let accessor = member.accessor.as_ref().filter(|_| member.default == Some(true));
            let absent = match accessor {
                None => "False if the document does not have it.".to_owned(),
                Some(accessor) => {
                    format!("False if the document does not have it; its default is true: see {accessor}().")
                }
            };
            let mut methods =
                vec![method(&format!("{doc} {absent}"), "bool", name, &c(name), &["handle()"]), has("false")];
            if let Some(accessor) = accessor {
                methods.push(method(&accessor_sentence(member), "bool", accessor, &c(accessor), &["handle()"]));
            }
            methods
        }
    }
}

/// Reading a member of any name.
fn by_name(noun: &str) -> Vec<Method> {
    let c = |name: &str| format!("telnyx_{noun}_{name}");
    let read = |name: &str| format!("{}(handle(), name.c_str())", c(name));
    let mut methods = vec![
        method(
            "The type of the member of any name, registered or not, such as TELNYX_MEMBER_ISSUER or \"resource_name#fr\".",
            "member_type",
            "type",
            "static_cast<member_type>",
            &[&read("type")],
        ),
        method("The member of a name, if it is a string.", LENT, "string", "detail::optional", &[&read("string")]),
        method(
            "The member of a name, if it is a list of strings; else an empty one.",
            LIST,
            "list",
            "detail::list",
            &["handle()", "name.c_str()", &c("list_count"), &c("list_at")],
        ),
        method(
            "The member of a name, if it is a boolean.",
            "std::optional<bool>",
            "boolean",
            "detail::boolean",
            &[&read("boolean")],
        ),
        method(
            "The value of the member of a name as JSON, of any type.",
            LENT,
            "json",
            "detail::optional",
            &[&read("json")],
        ),
        method(
            "Whether members of a name are judged, present or not: a registered member by its type, and every member whose \
             name ends in _endpoint as an endpoint. The value of any other member may be anything.",
            "bool",
            "is_judged",
            &c("is_judged"),
            &["handle()", "name.c_str()"],
        ),
    ];
    for method in &mut methods {
        method.parameter = "const text &name";
    }
    let names = [c("names_count"), c("names_at")];
    let doc = "The whole names of all members.";
    methods.push(method(doc, LIST, "names", "detail::list", &["handle()", &names[0], &names[1]]));
    methods
}

/// The setters of a client's options.
pub(crate) fn option_outputs(options: &[ClientOption]) -> Vec<Output> {
    vec![Output::region(HEADER, "options", options.iter().map(setter).collect())]
}

fn setter(option: &ClientOption) -> String {
    let name = &option.name;
    let (head, call) = match option.kind {
        OptionKind::Text | OptionKind::File => {
            (format!("{name}(const text &{name})"), format!("set_{name}(made(), {name}.c_str())"))
        }
        OptionKind::Boolean => (format!("{name}(bool {name})"), format!("set_{name}(made(), {name})")),
        OptionKind::Count => (format!("{name}(std::uint32_t {name})"), format!("set_{name}(made(), {name})")),
        OptionKind::Bytes => (format!("{name}(std::size_t {name})"), format!("set_{name}(made(), {name})")),
        OptionKind::Seconds => (
            format!("{name}(std::chrono::milliseconds {name})"),
            format!("set_{name}_ms(made(), detail::count_of({name}))"),
        ),
        OptionKind::Match => (
            format!("{name}(telnyx_oauth::resource_match {name})"),
            format!("set_{name}(made(), static_cast<std::int32_t>({name}))"),
        ),
        OptionKind::Keys => (
            format!("{name}(const text &jwks, const text &issuer = {{}})"),
            format!("set_{name}(made(), jwks.c_str(), issuer.c_str())"),
        ),
        OptionKind::Addresses => (
            format!("add_{name}(const text &host, std::uint16_t port, const text &address)"),
            format!("add_{name}(made(), host.c_str(), port, address.c_str())"),
        ),
    };
    let more = match option.kind {
        OptionKind::Keys => "jwks: a JWK Set in JSON. issuer: the only iss that is trusted; none: any.",
        OptionKind::Addresses => "May be called several times; a later call for one host and port wins.",
        _ => "",
    };
    let doc = sentences(option, more);
    format!(
        "\n{}  options &{head} {{\n    telnyx_options_{call};\n    return *this;\n  }}\n",
        wrapped(&doc, "  /// ", WIDTH)
    )
}
