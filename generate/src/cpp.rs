//! C++: the methods of both documents in `telnyx_oauth.hpp`, which call the C functions.

use crate::c::document::Document;
use crate::c::options::sentences;
use crate::c::prose::{accessor_sentence, sentence};
use crate::member::{Kind, Member};
use crate::option::{ClientOption, OptionKind};
use crate::output::Output;
use crate::table::Table;
use crate::text::wrapped;

const HEADER: &str = "include/telnyx_oauth.hpp";
/// The line length of the header.
const WIDTH: usize = 120;

const BORROWED: &str = "std::optional<std::string_view>";
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

/// A method of a document view.
struct Method {
    doc: String,
    returns: &'static str,
    name: String,
    /// The parameter with its type. Empty: no parameter.
    parameter: &'static str,
    /// The qualifiers after the parameters. A method with `&` returns a borrowed value and must not be called on a
    /// temporary.
    qualifiers: &'static str,
    /// The function to call, and its arguments.
    call: (String, Vec<String>),
}

/// Returns the methods of the view, with their comments.
fn view(document: &Document<'_>) -> String {
    methods(document).iter().map(|method| format!("\n{}", method.definition())).collect()
}

/// Returns the declarations for the class that owns the document. They delete the borrowing methods for temporaries.
fn owner(document: &Document<'_>) -> String {
    let view = format!("{}_view", document.noun);
    let methods = methods(document);
    let borrowing = methods.iter().enumerate().filter(|(_, method)| method.qualifiers.contains('&'));
    borrowing
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

    /// Returns the declaration that deletes the method for temporaries. `is_overload`: a method of the same name was
    /// deleted before.
    fn deleted(&self, view: &str, is_overload: bool) -> String {
        let Method { returns, name, parameter, .. } = self;
        if parameter.is_empty() {
            return format!("  TELNYX_OAUTH_BORROWS({view}, {name});\n");
        }
        let using = if is_overload { String::new() } else { format!("  using {view}::{name};\n") };
        let type_ = parameter.rsplit_once('&').map_or(*parameter, |(type_, _)| type_);
        format!("{using}  {returns} {name}({type_}&) const && = delete;\n")
    }
}

fn method(doc: &str, returns: &'static str, name: &str, function: &str, arguments: &[&str]) -> Method {
    let qualifiers = match returns {
        BORROWED => "const & noexcept",
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
        let doc = format!("Whether the document has {name}, including {empty}.");
        method(&doc, "bool", &format!("has_{name}"), &c(&format!("has_{name}")), &["handle()"])
    };
    let borrowed = |call: String| format!("{call}(handle())");
    match member.kind {
        Kind::Identifier | Kind::String | Kind::Page | Kind::Endpoint | Kind::Object => {
            let plain = method(&doc, BORROWED, name, "detail::optional", &[&borrowed(c(name))]);
            if !member.localized {
                return vec![plain];
            }
            let doc = format!(
                "Like {name}(), in the best matching language by the lookup of \
                 https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a \
                 language tag."
            );
            let call = format!("{}(handle(), language.c_str())", c(&format!("{name}_for")));
            let mut in_language = method(&doc, BORROWED, &format!("{name}_for"), "detail::optional", &[&call]);
            in_language.parameter = "const text &language";
            vec![plain, in_language]
        }
        Kind::Strings | Kind::Algorithms => {
            let doc = format!("{doc} Empty if the member is absent.");
            let functions = [c(&format!("{name}_count")), c(&format!("{name}_at"))];
            let list = method(&doc, LIST, name, "detail::list", &["handle()", &functions[0], &functions[1]]);
            vec![list, has("an empty list")]
        }
        Kind::Endpoints => {
            let functions = ["count", "name_at", "value_at"].map(|part| c(&format!("{name}_{part}")));
            let doc = format!("{doc} Each with its name. Empty if the member is absent.");
            let [count, name_at, value_at] = &functions;
            let all = method(&doc, PAIRS, name, "detail::pairs", &["handle()", count, name_at, value_at]);
            let call = format!("{}(handle(), name.c_str())", c(name));
            let doc = format!("The value in {name} with this name, such as \"token_endpoint\".");
            let mut one = method(&doc, BORROWED, name, "detail::optional", &[&call]);
            one.parameter = "const text &name";
            vec![all, one, has("an empty object")]
        }
        Kind::Boolean => {
            let accessor = member.accessor.as_ref().filter(|_| member.default == Some(true));
            let absent = match accessor {
                None => "False also if the member is absent.".to_owned(),
                Some(accessor) => {
                    format!("False also if the member is absent. The default of the member is true: see {accessor}().")
                }
            };
            let mut methods =
                vec![method(&format!("{doc} {absent}"), "bool", name, &c(name), &["handle()"]), has("the value false")];
            if let Some(accessor) = accessor {
                methods.push(method(&accessor_sentence(member), "bool", accessor, &c(accessor), &["handle()"]));
            }
            methods
        }
    }
}

/// The methods that read a member by name.
fn by_name(noun: &str) -> Vec<Method> {
    let c = |name: &str| format!("telnyx_{noun}_{name}");
    let read = |name: &str| format!("{}(handle(), name.c_str())", c(name));
    let mut methods = vec![
        method(
            "The type of the member with this name, registered or not, such as TELNYX_MEMBER_ISSUER or \"resource_name#fr\".",
            "member_type",
            "type",
            "static_cast<member_type>",
            &[&read("type")],
        ),
        method(
            "The member with this name, if it is a string.",
            BORROWED,
            "string",
            "detail::optional",
            &[&read("string")],
        ),
        method(
            "The member with this name, if it is a list of strings; otherwise an empty list.",
            LIST,
            "list",
            "detail::list",
            &["handle()", "name.c_str()", &c("list_count"), &c("list_at")],
        ),
        method(
            "The member with this name, if it is a boolean.",
            "std::optional<bool>",
            "boolean",
            "detail::boolean",
            &[&read("boolean")],
        ),
        method(
            "The value of the member with this name as JSON, for a value of any type.",
            BORROWED,
            "json",
            "detail::optional",
            &[&read("json")],
        ),
        method(
            "Whether the library checks the value of a member with this name. It checks registered members by their types, \
             and every member whose name ends in _endpoint as an endpoint. Any other member may have any value. The \
             document need not have the member.",
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
    let doc = "The full names of all members.";
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
        OptionKind::Text | OptionKind::File | OptionKind::Name => {
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
        OptionKind::Headers => (
            format!("add_{name}(const text &name, const text &value)"),
            format!("add_{name}(made(), name.c_str(), value.c_str())"),
        ),
        OptionKind::Addresses => (
            format!("add_{name}(const text &host, std::uint16_t port, const text &address)"),
            format!("add_{name}(made(), host.c_str(), port, address.c_str())"),
        ),
    };
    let more = match option.kind {
        OptionKind::Keys => "jwks: a JWK Set in JSON. issuer: the only trusted iss; none: any iss.",
        OptionKind::Headers => "May be called several times.",
        OptionKind::Addresses => "May be called several times. For the same host and port, the last call wins.",
        _ => "",
    };
    let doc = sentences(option, more);
    format!(
        "\n{}  options &{head} {{\n    telnyx_options_{call};\n    return *this;\n  }}\n",
        wrapped(&doc, "  /// ", WIDTH)
    )
}
