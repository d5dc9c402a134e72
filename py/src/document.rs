//! What the two documents share: how their members are declared, once.

/// Declares a document's class: its members with their types, its own methods, and what both documents have.
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

        /// As documents are equal where their members are, a hash of some of them will do.
        impl std::hash::Hash for $type {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                (self.0.$subject(), self.0.jwks_uri(), self.0.scopes_supported()).hash(state);
            }
        }

        /// To unpickle a document.
        #[pyo3::pyfunction]
        pub(crate) fn $restore(py: pyo3::Python<'_>, saved: &str) -> pyo3::PyResult<$type> {
            telnyx_oauth::$type::from_saved(saved).map($type).map_err(|error| $crate::exception::raised(py, &error))
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

            /// The members that have no attribute, as `json.loads` reads them, in values that cannot be changed: arrays are
            /// tuples, and objects are dicts that refuse changes. An int is exact whatever its size; any other number is the
            /// nearest float. The mapping hashes, pickles, and dumps as JSON.
            #[getter]
            fn extra<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                $crate::json::frozen(py, &self.0.extra())
            }

            /// The URL that the document was found at, after redirects.
            #[getter]
            fn url(&self) -> &str {
                self.0.url()
            }

            /// The document's text as served, without a byte-order mark.
            #[getter]
            fn raw_json(&self) -> &str {
                self.0.raw_json()
            }

            /// What is known of its `signed_metadata`: `absent`, `unverified` (no trusted keys were given) or `verified`
            /// (its claims stand in the place of the plain members).
            #[getter]
            fn signature_status(&self) -> &'static str {
                self.0.signature_status().as_str()
            }

            /// What was tolerated.
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
                Ok((restore, (self.0.to_saved(),)))
            }
        });
    };
    (@shown string $lifetime:lifetime) => { String };
    (@shown strings $lifetime:lifetime) => { pyo3::Bound<$lifetime, pyo3::types::PyTuple> };
    (@shown boolean $lifetime:lifetime) => { bool };
    (@show $py:expr, $value:expr, string) => { Ok($value.map(str::to_owned)) };
    (@show $py:expr, $value:expr, strings) => { $crate::value::tuple($py, $value) };
    (@show $py:expr, $value:expr, boolean) => { Ok($value) };
}

pub(crate) use document;
