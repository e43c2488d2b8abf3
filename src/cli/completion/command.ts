import { Argument } from "commander";
import type { AddCommand } from "../add-command.ts";
import { completionScript, shells } from "./scripts.ts";

const setup = `
Set up:
  bash  echo 'source <(minutebook completion bash)' >> ~/.bashrc
  zsh   echo 'source <(minutebook completion zsh)' >> ~/.zshrc
  fish  minutebook completion fish > ~/.config/fish/completions/minutebook.fish`;

/** `minutebook completion SHELL` */
export const addCompletionCommand: AddCommand = (program, io, end) => {
  program
    .command("completion")
    .summary("print a script for shell completion")
    .description("Prints a script that makes a shell complete commands, options and files of minutebook.")
    .addArgument(new Argument("<shell>", "shell to complete in").choices(shells))
    .addHelpText("after", setup)
    .action((shell: (typeof shells)[number]) => {
      io.out(completionScript(shell, program));
      end(0);
    });
};
