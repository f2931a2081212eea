//! A disk of a few megabytes that can be filled and emptied.
//!
//! It is a `tmpfs` in a mount namespace of its own; so it needs no rights but those of a user namespace, and is gone with
//! the process that keeps it, whatever happens to the test.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use super::said;

pub(super) struct Disk {
    path: PathBuf,
    /// The process that keeps it; none where that is this one.
    keeper: Option<Child>,
    /// What makes a command one of the disk's owner.
    owner: Vec<String>,
}

impl Disk {
    /// A disk of this process's user.
    pub(super) fn of(megabytes: u32) -> Self {
        Self::kept(Vec::new(), megabytes)
    }

    /// A disk of whoever owns `folder`.
    pub(super) fn of_owner(folder: &Path, megabytes: u32) -> Self {
        let (owner, own) = (fs::metadata(folder).unwrap(), fs::metadata("/proc/self").unwrap());
        if owner.uid() == own.uid() {
            return Self::of(megabytes);
        }
        let change = format!("setpriv --reuid {} --regid {} --clear-groups", owner.uid(), owner.gid());
        Self::kept(change.split(' ').map(str::to_owned).collect(), megabytes)
    }

    fn kept(owner: Vec<String>, megabytes: u32) -> Self {
        let mount =
            format!("mount -t tmpfs -o size={megabytes}m,mode=0700 tmpfs /tmp && echo mounted && exec cat >/dev/null");
        let mut keeper = command(&owner, &["unshare", "--map-root-user", "--mount", "sh", "-c", &mount]);
        let mut keeper = keeper.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(keeper.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        assert_eq!(
            said, "mounted\n",
            "this test needs user namespaces: `unshare --map-root-user --mount true`"
        );
        Self {
            path: format!("/proc/{}/root/tmp", keeper.id()).into(),
            keeper: Some(keeper),
            owner,
        }
    }

    /// A disk that this process sees at a path without links, as SQLite wants it: the test of this name runs once more in
    /// a process of its own, which gets the disk; the first one gets none and has nothing left to do.
    pub(super) fn seen_by(test: &str, megabytes: u32) -> Option<Self> {
        if let Some(path) = said::<PathBuf>("STORM_DISK") {
            return Some(Self::at(&path));
        }
        let folder = tempfile::tempdir().unwrap();
        let script = format!(
            "mount -t tmpfs -o size={megabytes}m tmpfs \"$STORM_DISK\" && exec \"$0\" --exact --nocapture \"$1\""
        );
        let again = Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c", &script])
            .arg(env::current_exe().unwrap())
            .arg(test)
            .env("STORM_DISK", folder.path())
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&again.stdout);
        let one_passed = again.status.success() && text.contains("1 passed");
        assert!(one_passed, "{text}{}", String::from_utf8_lossy(&again.stderr));
        None
    }

    /// The disk that this process sees at a path.
    pub(super) fn at(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            keeper: None,
            owner: Vec::new(),
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    fn ballast(&self) -> PathBuf {
        self.path.join("ballast")
    }

    /// Leaves no room at all.
    pub(super) fn fill(&self) {
        let to = format!("of={}", self.ballast().display());
        let filled = command(&self.owner, &["dd", "if=/dev/zero", &to, "bs=4k"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&filled.stderr);
        assert!(said.contains("No space left"), "{said}");
    }

    /// Makes room again.
    pub(super) fn free(&self) {
        let ballast = self.ballast().display().to_string();
        assert!(command(&self.owner, &["rm", &ballast]).status().unwrap().success());
    }
}

fn command(owner: &[String], words: &[&str]) -> Command {
    let mut all = owner.iter().map(String::as_str).chain(words.iter().copied());
    let mut command = Command::new(all.next().unwrap());
    command.args(all).env("LC_ALL", "C");
    command
}

impl Drop for Disk {
    fn drop(&mut self) {
        if let Some(keeper) = &mut self.keeper {
            drop(keeper.stdin.take());
            let _ = keeper.wait();
        }
    }
}
