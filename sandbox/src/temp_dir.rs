use std::fs::DirBuilder;
use std::io;
#[cfg(unix)]
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

/// A directory that only this user can read. It is removed on drop, with all files in it.
#[derive(Debug)]
pub(crate) struct TempDir(PathBuf);

impl TempDir {
    /// # Errors
    /// The system's temporary directory cannot be written to.
    pub(crate) fn new() -> io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        builder.mode(0o700);
        loop {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let nanos = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |t| t.subsec_nanos());
            let name = format!("telnyx-oauth-sandbox-{}-{count}-{nanos}", std::process::id());
            let path = std::env::temp_dir().join(name);
            // Creating fails if anything of that name exists, a symbolic link included.
            match builder.create(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        // A destructor cannot report an error.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
