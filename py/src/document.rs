//! The macro that declares the class of a document.

/// Declares the class of a document: its members with their types, its own methods, and the methods of both documents.
macro_rules! document {
    (
        $type:ident restored by $restore:ident, about $subject:ident {
            $($(#[$doc:meta])* $name:ident: $kind:ident,)*
        }
        $($items:tt)*
    ) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        /// Hashes only some of the members. Equal documents still have equal hashes.
        impl std::hash::Hash for $type {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                (self.0.$subject(), self.0.jwks_uri(), self.0.scopes_supported()).hash(state);
            }
        }

        /// Restores a pickled document.
        #[pyo3::pyfunction]
        pub(crate) fn $restore(py: pyo3::Python<'_>, saved: &str) -> pyo3::PyResult<$type> {
            telnyx_oauth::embedding::Document::from_saved(saved).map($type).map_err(|error| $crate::exception::raised(py, &error))
        }

        $crate::value::value!($type {
            $($(#[$doc])*
            #[getter]
            fn $name<'py>(
                &self,
                _py: pyo3::Python<'py>,
            ) -> pyo3::PyResult<Option<$crate::document::document!(@shown $kind 'py)>> {
                $crate::document::document!(@show _py, self.0.$name(), $kind)
            })*

            $($items)*

            /// The members without their own attribute, as `json.loads` returns them, but immutable: arrays are
            /// tuples, and objects are dicts that cannot be changed. Integers are exact. Any other number is the nearest
            /// float. The mapping can be hashed, pickled, and passed to `json.dumps`.
            #[getter]
            fn extra<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                $crate::json::frozen(py, &$crate::json::text(&self.0.extra())?)
            }

            /// Returns True if members of this name are validated, whether or not the document has one. The type of each
            /// registered member is validated. A member whose name ends in `_endpoint` must be an https URL.
            ///
            /// Args:
            ///     name: The name of a member, such as `jwks_uri`.
            fn is_judged(&self, name: &pyo3::Bound<'_, pyo3::PyAny>) -> pyo3::PyResult<bool> {
                Ok(self.0.is_judged(&$crate::arguments::text("name", name)?))
            }

            /// The URL of the document, after redirects.
            #[getter]
            fn url(&self) -> &str {
                self.0.url()
            }

            /// The document's text as the server sent it, without a byte-order mark.
            #[getter]
            fn raw_json(&self) -> &str {
                self.0.raw_json()
            }

            /// The state of `signed_metadata`: `absent`, `unverified` (no trusted keys were given) or `verified` (its claims
            /// have replaced the plain members).
            #[getter]
            fn signature_status(&self) -> &'static str {
                self.0.signature_status().as_str()
            }

            /// The deviations from RFCs that were tolerated.
            #[getter]
            fn warnings<'py>(
                &self,
                py: pyo3::Python<'py>,
            ) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::types::PyTuple>> {
                $crate::warning::Warning::all(py, self.0.warnings())
            }

            fn __repr__(slf: &pyo3::Bound<'_, Self>) -> pyo3::PyResult<String> {
                let present = [$(stringify!($name),)* "variants", "extra"];
                $crate::value::repr_of_present(slf.as_any(), &present)
            }

            fn __reduce__<'py>(
                &self,
                py: pyo3::Python<'py>,
            ) -> pyo3::PyResult<(pyo3::Bound<'py, pyo3::PyAny>, (String,))> {
                let restore = $crate::value::native(py, stringify!($restore))?;
                Ok((restore, (telnyx_oauth::embedding::Document::to_saved(&self.0),)))
            }
        });
    };
    (@shown string $lifetime:lifetime) => { String };
    (@shown strings $lifetime:lifetime) => { pyo3::Bound<$lifetime, pyo3::types::PyTuple> };
    (@shown boolean $lifetime:lifetime) => { bool };
    (@shown $mapping:ident $lifetime:lifetime) => { pyo3::Bound<$lifetime, pyo3::PyAny> };
    (@show $py:expr, $value:expr, string) => { Ok($value.map(str::to_owned)) };
    (@show $py:expr, $value:expr, strings) => { $crate::value::tuple($py, $value) };
    (@show $py:expr, $value:expr, boolean) => { Ok($value) };
    (@show $py:expr, $value:expr, endpoints) => { $crate::json::optional_frozen_texts($py, $value) };
    (@show $py:expr, $value:expr, object) => { $value.map(|json| $crate::json::frozen($py, json)).transpose() };
}

pub(crate) use document;
