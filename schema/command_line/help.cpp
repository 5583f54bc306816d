// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/command_line/help.h"

#include <algorithm>

namespace newsindex {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kBetween = 2;

// `text` wrapped between words, each line indented to the column `indent`. `used` is the width
// already printed on the first line.
std::string wrapped(const std::string& text, std::size_t used, std::size_t indent) {
  std::string out(indent > used ? indent - used : kBetween, ' ');
  std::size_t column = std::max(used + kBetween, indent);
  std::string on_one_line = text;
  std::replace(on_one_line.begin(), on_one_line.end(), '\n', ' ');
  for (const std::string& word : words_of(on_one_line)) {
    if (column + word.size() >= kWidth && column > indent) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (out.back() != ' ') {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out + '\n';
}

std::string option_lines(const ToolTable& tool, const CommandRow& command, bool in_full) {
  std::vector<const OptionRow*> options = options_of(tool, command);
  std::size_t width = 0;
  for (const OptionRow* option : options) width = std::max(width, forms_of(*option).size());
  const std::size_t indent = width + 2 * kBetween;
  std::string text;
  for (const OptionRow* option : options) {
    const std::string line = std::string(kBetween, ' ') + forms_of(*option);
    text += line + wrapped(std::string(option->help), line.size(), indent);
    const std::string details = in_full ? details_of(*option) : "";
    if (!details.empty()) text += wrapped(details, 0, indent);
  }
  const std::string help = "  -h, --help";
  return text + help +
         wrapped("-h: on one screen; --help: in full, with examples", help.size(), indent);
}

void add(std::string& list, const std::string& part) { list += (list.empty() ? "" : "; ") + part; }

}  // namespace

std::string usage(const ToolTable& tool, const CommandRow& command) {
  return "usage: " + std::string(tool.name) + " " + std::string(command.name) + " [OPTION...]" +
         (command.words.empty() ? "" : " " + std::string(command.words)) + "\n";
}

std::string forms_of(const OptionRow& option) {
  std::string text = option.letter == 0 ? "    " : std::string("-") + option.letter + ", ";
  text += "--" + std::string(option.name);
  if (!option.value.empty()) text += " " + std::string(option.value);
  return text;
}

std::string details_of(const OptionRow& option) {
  std::string details;
  if (!option.choices.empty()) {
    std::string list;
    for (const std::string& choice : words_of(option.choices))
      list += (list.empty() ? "" : ", ") + choice;
    add(details, "one of " + list);
  }
  if (!option.default_value.empty()) add(details, "default " + std::string(option.default_value));
  if (option.repeats) add(details, "may be repeated");
  if (!option.environment.empty()) add(details, "also $" + std::string(option.environment));
  if (option.is_setting) add(details, "also in the configuration file");
  return details;
}

std::string short_help(const ToolTable& tool, const CommandRow& command) {
  return std::string(command.summary) + "\n" + usage(tool, command) + "\n" +
         option_lines(tool, command, false);
}

std::string full_help(const ToolTable& tool, const CommandRow& command) {
  const std::string about(command.description.empty() ? command.summary : command.description);
  std::string text =
      about + "\n\n" + usage(tool, command) + "\noptions:\n" + option_lines(tool, command, true);
  if (!command.footer.empty()) text += "\n" + std::string(command.footer) + "\n";
  if (!tool.see_also.empty()) text += "\n" + std::string(tool.see_also) + "\n";
  return text;
}

std::string overview(const ToolTable& tool) {
  constexpr std::size_t kNames = 14;
  std::string text = std::string(tool.name) + " " + std::string(tool.summary) +
                     "\n\nusage: " + std::string(tool.name) +
                     " COMMAND [OPTION...] ...\n\ncommands:\n";
  for (const CommandRow& row : tool.commands) {
    if (!row.is_listed) continue;
    const std::string name = "  " + std::string(row.name);
    text += name + wrapped(std::string(row.summary), name.size(), kNames);
  }
  text += "\n" + std::string(tool.closing) + "\nexit codes:\n";
  for (const NamedText& code : tool.exit_codes) {
    const std::string name = "  " + std::string(code.name);
    text += name + wrapped(std::string(code.text), name.size(), 8);
  }
  return text;
}

}  // namespace newsindex
