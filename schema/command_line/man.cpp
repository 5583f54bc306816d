// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/command_line/man.h"

#include <algorithm>
#include <cctype>

#include "schema/command_line/help.h"

namespace newsindex {
namespace {

// Escapes text so that roff finds no commands in it.
std::string escaped(std::string_view text) {
  std::string out;
  bool begins_line = true;
  for (const char c : text) {
    if (begins_line && (c == '.' || c == '\'')) out += "\\&";
    begins_line = c == '\n';
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

std::string heading(std::string_view name, std::string_view section) {
  std::string upper(name);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return ".TH " + upper + " " + std::string(section) +
         " \"\" \"newsindex " NEWSINDEX_VERSION "\"\n";
}

std::string as_it_is(std::string_view text) { return ".nf\n" + escaped(text) + "\n.fi\n"; }

std::string item(const std::string& name, const std::string& text) {
  return ".TP\n.B " + escaped(name) + "\n" + escaped(text) + "\n";
}

std::string command_part(const ToolTable& tool, const CommandRow& command) {
  std::string text = ".SS " + escaped(usage(tool, command).substr(7));
  text += escaped(command.summary) + "\n";
  for (const OptionRow* option : options_of(tool, command)) {
    const std::string details = details_of(*option);
    const std::string forms = forms_of(*option);
    text += item(forms.substr(forms.find('-')),
                 std::string(option->help) + (details.empty() ? "" : "\n(" + details + ")"));
  }
  if (!command.footer.empty()) text += ".PP\n" + as_it_is(command.footer);
  return text;
}

std::string environment_part(const ToolTable& tool) {
  std::string text = ".SH ENVIRONMENT\n";
  for (const OptionRow& option : tool.options)
    if (!option.environment.empty())
      text += item(std::string(option.environment), "stands for --" + std::string(option.name));
  return text + item("NEWSINDEX_CONFIG", "the configuration file, in place of the user's");
}

std::string files_part() {
  return ".SH FILES\n" + item(std::string(kConfigurationFile), "the user's configuration") +
         item("/etc/xdg/newsindex/config.ini, /etc/newsindex/config",
              "the configuration of the system");
}

}  // namespace

std::string manual_page(const ToolTable& tool) {
  const std::string name(tool.name);
  std::string text = heading(name, "1") + ".SH NAME\n" + escaped(name) + " \\- " +
                     escaped(tool.summary) + "\n.SH SYNOPSIS\n.B " + escaped(name) +
                     "\nCOMMAND [OPTION...] ...\n.SH COMMANDS\n";
  for (const CommandRow& command : tool.commands)
    if (command.is_listed) text += command_part(tool, command);
  text += environment_part(tool) + files_part() + ".SH EXIT STATUS\n";
  for (const NamedText& code : tool.exit_codes)
    text += item(std::string(code.name), std::string(code.text));
  return text + ".SH SEE ALSO\n" + escaped(tool.see_also_pages) + "\n";
}

std::string manual_page(std::string_view name, std::string_view section, std::string_view title,
                        std::string_view text) {
  return heading(name, section) + ".SH NAME\n" + escaped(name) + " \\- " + escaped(title) +
         "\n.SH DESCRIPTION\n" + as_it_is(text);
}

}  // namespace newsindex
