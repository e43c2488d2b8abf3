import type { Command, Option } from "commander";

export const shells = ["bash", "zsh", "fish"] as const;

/** The script that completes this program in a shell. Words are those of the program itself. */
export function completionScript(shell: (typeof shells)[number], program: Command): string {
  if (shell === "fish") return fish(program);
  // zsh runs bash's completion with a module of its own.
  const header = shell === "zsh" ? "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n" : "";
  return `${header}${bash(program)}`;
}

function bash(program: Command): string {
  const name = program.name();
  const cases = program.commands.map((command) => {
    const words = [...flagsOf(command), ...choicesOfArguments(command)].join(" ");
    return `    ${command.name()}) words="${words}" ;;`;
  });
  const values = program.commands.flatMap((command) =>
    optionsWithChoices(command).map(
      ({ long, argChoices }) => `    ${command.name()}:${long}) words="${argChoices?.join(" ")}" ;;`,
    ),
  );
  return `_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  COMPREPLY=()
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="${[...program.commands.map((command) => command.name()), "--help", "--version"].join(" ")}"
  case "\${COMP_WORDS[1]}:$previous" in
${values.join("\n")}
    *:--config) words="" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${name} ${name}
`;
}

function fish(program: Command): string {
  const name = program.name();
  const lines = program.commands.flatMap((command) => {
    const when = `-n "__fish_seen_subcommand_from ${command.name()}"`;
    return [
      `complete -c ${name} -n __fish_use_subcommand -a ${command.name()} -d ${quote(command.summary())}`,
      ...command.options.map((option) => {
        const long = option.long?.replace(/^--/, "") ?? "";
        const value = option.required
          ? ` -r${option.argChoices ? ` -f -a ${quote(option.argChoices.join(" "))}` : ""}`
          : "";
        return `complete -c ${name} ${when} -l ${long}${value} -d ${quote(option.description)}`;
      }),
      ...choicesOfArguments(command).map((word) => `complete -c ${name} ${when} -f -a ${word}`),
    ];
  });
  return `${lines.join("\n")}\n`;
}

function flagsOf(command: Command): string[] {
  return [...command.options.flatMap(({ long }) => long ?? []), "--help"];
}

function optionsWithChoices(command: Command): Option[] {
  return command.options.filter(({ argChoices }) => argChoices !== undefined);
}

function choicesOfArguments(command: Command): string[] {
  return command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
