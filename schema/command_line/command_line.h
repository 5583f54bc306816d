// SPDX-License-Identifier: GPL-3.0-or-later
// A command line as it was typed: the words and the values of a command, as text by name.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/command_line/tool_table.h"

namespace newsindex {

class CommandLine {
 public:
  // What to print instead of running a command: help or the version.
  std::optional<std::string> answer;
  std::string command;
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>, std::less<>> values;  // of flags: "yes"

  // What was set for its options elsewhere: see configuration.h. What was typed comes first.
  std::map<std::string, std::string, std::less<>> settings;

  // Whether it was typed.
  bool has(std::string_view name) const { return values.contains(name); }
  // The last value; "" when there is none.
  std::string text(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  // Numbers were checked by the table.
  double number(std::string_view name, double otherwise) const;
  std::uint64_t whole_number(std::string_view name, std::uint64_t otherwise) const;
};

// Reads what stands behind the program's name. Throws Error(usage) for unknown commands and
// options, with the nearest one, and for missing or wrong values. "help", "--help", "-h" and
// "--version" are answered. `subjects` gives the text of a subject of help that is no command, if
// it knows it.
using Subjects = std::optional<std::string> (*)(const std::string& subject);
CommandLine read_command_line(const ToolTable& tool, std::span<const std::string> arguments,
                              Subjects subjects = nullptr);

// Throws Error(usage) where a value is none of the choices or no number of the range; `place` is
// what the sentence begins with: "--limit".
void check_value(const OptionRow& row, const std::string& value, const std::string& place);

// The same as an answer: empty when it is right.
std::string fault_of_value(const OptionRow& row, const std::string& value);

// "is not one of ..." where a value is none of the choices, which have spaces between them.
std::string fault_of_choice(std::string_view choices, const std::string& value);

}  // namespace newsindex
