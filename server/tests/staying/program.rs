//! The real program, started by a test and gone with it.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
};

use crate::ground::Ground;

const PROGRAM: &str = env!("CARGO_BIN_EXE_corridor");

/// The program while it serves. Dropped, it is killed.
pub struct Program {
    child: Child,
    /// Where it is reached, such as `http://127.0.0.1:40123`.
    pub address: String,
    log: PathBuf,
}

impl Program {
    /// Starts it on a free port and waits until it serves.
    pub fn start(ground: &Ground, settings: &[(&str, &str)]) -> Self {
        let mut command = command(ground);
        command.envs(settings.iter().copied());
        Self::started(ground, command)
    }

    /// Starts what becomes the program, and waits until it serves.
    pub fn started(ground: &Ground, mut command: Command) -> Self {
        let log = ground.folder.path().join("program.log");
        let errors = File::options().create(true).append(true).open(&log).expect("a log");
        let mut child = command.stdout(Stdio::piped()).stderr(errors).spawn().expect("it starts");
        let mut said = String::new();
        let told = child.stdout.take().expect("its standard output");
        BufReader::new(told).read_line(&mut said).expect("it says where it is");
        let address = said.trim().strip_prefix("Corridor is at ").map(str::to_owned);
        let mut program = Self { child, address: address.unwrap_or_default(), log };
        if program.address.is_empty() {
            program.kill();
            panic!("the program does not serve: {said:?}; its log: {}", program.log());
        }
        program
    }

    /// Ends it as a power cut would: nothing of it runs after this.
    pub fn kill(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        self.child.wait().expect("it is gone");
    }

    /// Ends it as an operator does: it is told to, and what is under way comes to its end.
    pub fn stop(&mut self) {
        let told = Command::new("kill").args(["-TERM", &self.id().to_string()]).status();
        assert!(told.expect("kill is there").success());
        let ended = self.child.wait().expect("it ends");
        assert!(ended.success(), "{ended}: {}", self.log());
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it has logged, it and others on the same ground.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

/// An address of this machine at which nothing listens.
pub fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").to_string()
}

/// The program on this ground, with nothing of the settings of who runs the tests.
pub fn command(ground: &Ground) -> Command {
    set_up(ground, Command::new(PROGRAM))
}

/// A shell that becomes the program, which it finds in `$0`.
pub fn in_shell(ground: &Ground, script: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", script, PROGRAM]);
    set_up(ground, shell)
}

fn set_up(ground: &Ground, mut command: Command) -> Command {
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CORRIDOR_")) {
        command.env_remove(name);
    }
    command
        .env("DATABASE_URL", &ground.database)
        .env("CORRIDOR_ADDRESS", "127.0.0.1:0")
        .env("CORRIDOR_SITE", ground.folder.path())
        .env("CORRIDOR_LOG", "warn")
        .stdin(Stdio::null());
    command
}

/// Has the program verify the register, which must be as it was written.
pub fn verify(ground: &Ground) {
    let Output { status, stdout, stderr } =
        command(ground).arg("verify").output().expect("it starts");
    let said = format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    assert!(status.success() && said.contains("All of it is as it was written."), "{said}");
}
