use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

/// Starts `klarlint lsp`, as it lies in the user's path.
struct Klarlint;

impl zed::Extension for Klarlint {
    fn new() -> Self {
        Klarlint
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("klarlint")
            .ok_or("klarlint hittas inte. Kör: npm install --global klarlint")?;
        Ok(Command {
            command,
            args: vec!["lsp".to_string(), "--stdio".to_string()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Klarlint);
