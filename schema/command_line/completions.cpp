// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/command_line/completions.h"

namespace newsindex {
namespace {

std::string command_names(const ToolTable& tool) {
  std::string names = "help";
  for (const CommandRow& command : tool.commands)
    if (command.is_listed) names += " " + std::string(command.name);
  return names;
}

// "--archive -a": the forms of an option.
std::string forms(const OptionRow& option) {
  std::string text = "--" + std::string(option.name);
  if (option.letter != 0) text += std::string(" -") + option.letter;
  return text;
}

// 'search --sort'|'search -s': a pattern for the shell's `case`.
std::string pattern(const CommandRow& command, const OptionRow& option) {
  std::string text;
  for (const std::string& form : words_of(forms(option)))
    text += (text.empty() ? "" : "|") + ("'" + std::string(command.name) + " " + form + "'");
  return text;
}

std::string bash_values(const ToolTable& tool) {
  std::string cases;
  for (const CommandRow& command : tool.commands) {
    for (const OptionRow* option : options_of(tool, command)) {
      if (option->value.empty()) continue;
      const std::string action =
          option->choices.empty() ? "compgen -f -- \"$cur\""
                                  : "compgen -W '" + std::string(option->choices) + "' -- \"$cur\"";
      cases += "    " + pattern(command, *option) + ") mapfile -t COMPREPLY < <(" + action +
               "); return ;;\n";
    }
  }
  return cases;
}

std::string bash_options(const ToolTable& tool) {
  std::string cases;
  for (const CommandRow& command : tool.commands) {
    std::string all = "--help -h";
    for (const OptionRow* option : options_of(tool, command)) all += " " + forms(*option);
    cases += "    " + std::string(command.name) + ") options='" + all + "' ;;\n";
  }
  return cases;
}

// bash splits words at colons: "source:nor" is three of them.
std::string bash_fields(const ToolTable& tool) {
  if (find_command(tool, "complete") == nullptr) return {};
  return "  local field=''\n"
         "  if [ \"$cur\" = : ]; then field=$prev cur=''\n"
         "  elif [ \"$prev\" = : ]; then field=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  if [ -n \"$field\" ]; then\n"
         "    mapfile -t COMPREPLY < <(" +
         std::string(tool.name) +
         " complete \"$field\" \"$cur\" 2>/dev/null | while IFS= read -r value; do\n"
         "      case $value in *' '*) printf '%q\\n' \"\\\"$value\\\"\" ;; *) printf '%q\\n' "
         "\"$value\" ;; esac; done)\n"
         "    return\n"
         "  fi\n";
}

std::string bash_script(const ToolTable& tool) {
  const std::string name(tool.name);
  return "_" + name +
         "() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} options=''\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W '" +
         command_names(tool) +
         "' -- \"$cur\")\n"
         "    return\n"
         "  fi\n" +
         bash_fields(tool) + "  case \"${COMP_WORDS[1]} $prev\" in\n" + bash_values(tool) +
         "  esac\n"
         "  case ${COMP_WORDS[1]} in\n"
         "    help) options='" +
         command_names(tool) + "' ;;\n" + bash_options(tool) +
         "  esac\n"
         "  case $cur in\n"
         "    -*) mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\") ;;\n"
         "    *) mapfile -t COMPREPLY < <(compgen -f -- \"$cur\") ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _" +
         name + " " + name + "\n";
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string fish_option(const ToolTable& tool, const CommandRow& command, const OptionRow& option) {
  std::string line = "complete -c " + std::string(tool.name) + " -n '__fish_seen_subcommand_from " +
                     std::string(command.name) + "' -l " + std::string(option.name);
  if (option.letter != 0) line += std::string(" -s ") + option.letter;
  if (!option.value.empty()) line += option.choices.empty() ? " -r" : " -x";
  if (!option.choices.empty()) line += " -a " + quoted(option.choices);
  return line + " -d " + quoted(option.help) + "\n";
}

std::string fish_script(const ToolTable& tool) {
  const std::string name(tool.name);
  std::string text;
  for (const CommandRow& command : tool.commands) {
    if (command.is_listed)
      text += "complete -c " + name + " -n __fish_use_subcommand -f -a " +
              std::string(command.name) + " -d " + quoted(command.summary) + "\n";
    for (const OptionRow* option : options_of(tool, command))
      text += fish_option(tool, command, *option);
  }
  if (find_command(tool, "complete") != nullptr)
    text += "complete -c " + name +
            " -f -n 'string match -q \"*:*\" -- (commandline -ct)' -a '(set -l word (string split "
            "-m 1 : -- (commandline -ct)); " +
            name +
            " complete $word[1] $word[2] 2>/dev/null | string replace -r \"^\" "
            "\"$word[1]:\")'\n";
  return text;
}

// Escapes text for use within the brackets of a zsh specification, inside single quotes.
std::string zsh_help(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
    escaped += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return escaped;
}

// An option as zsh's _arguments wants it: '(-n --limit)'{-n+,--limit=}'[at most this many]:N: '.
std::string zsh_option(const OptionRow& option) {
  const std::string name = "--" + std::string(option.name) + (option.value.empty() ? "" : "=");
  const std::string letter = std::string("-") + option.letter + (option.value.empty() ? "" : "+");
  std::string spec = "'";
  if (option.repeats)
    spec += "*";
  else if (option.letter != 0)
    spec += std::string("(-") + option.letter + " --" + std::string(option.name) + ")";
  spec += option.letter == 0 ? name : "'{" + letter + "," + name + "}'";
  spec += "[" + zsh_help(option.help) + "]";
  if (option.value.empty()) return spec + "'";
  spec += ":" + zsh_help(option.value) + ":";
  if (!option.choices.empty()) return spec + "(" + std::string(option.choices) + ")'";
  return spec + (option.value == "DIR" ? "_files -/'" : option.value == "FILE" ? "_files'" : " '");
}

std::string zsh_script(const ToolTable& tool) {
  const std::string name(tool.name);
  std::string listed, cases;
  for (const CommandRow& command : tool.commands) {
    if (command.is_listed)
      listed += "    '" + std::string(command.name) + ":" + zsh_help(command.summary) + "'\n";
    cases += "    " + std::string(command.name) + ") options=(\n";
    for (const OptionRow* option : options_of(tool, command))
      cases += "      " + zsh_option(*option) + "\n";
    cases += "    ) ;;\n";
  }
  std::string words = "_files";
  if (find_command(tool, "complete") != nullptr)
    words =
        "if [[ $PREFIX == *:* ]]; then\n"
        "    local -a found=(${(f)\"$(" +
        name +
        " complete \"${${PREFIX%%:*}#-}\" \"${PREFIX#*:}\" 2>/dev/null)\"})\n"
        "    compset -P '*:'\n"
        "    (( $#found )) && compadd -a found\n"
        "  else\n"
        "    _files\n"
        "  fi";
  return "#compdef " + name + "\n_" + name +
         "() {\n"
         "  local state\n"
         "  local -a commands options\n"
         "  commands=(\n" +
         listed +
         "  )\n"
         "  if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
         "  case $words[2] in\n" +
         cases +
         "  esac\n"
         "  shift words; (( CURRENT-- ))\n"
         "  _arguments -s $options '(-h --help)'{-h,--help}'[help]' '*::word:->words' && return\n"
         "  [[ $state == words ]] || return 1\n"
         "  " +
         words +
         "\n}\n"
         "if [[ $funcstack[1] == _" +
         name + " ]]; then _" + name + " \"$@\"; else compdef _" + name + " " + name + "; fi\n";
}

}  // namespace

std::string completions(const ToolTable& tool, std::string_view shell) {
  if (shell == "fish") return fish_script(tool);
  if (shell == "zsh") return zsh_script(tool);
  return bash_script(tool);
}

}  // namespace newsindex
