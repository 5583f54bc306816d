// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed command line: the command, its words, and the values of its options as text by name.
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
  // If set, print this (help or the version) instead of running a command.
  std::optional<std::string> answer;
  std::string command;
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>, std::less<>> values;  // flags: "yes"

  // Values for its options from the environment and the configuration files (see configuration.h).
  // `values` take precedence.
  std::map<std::string, std::string, std::less<>> settings;

  // True if the option was typed.
  bool has(std::string_view name) const { return values.contains(name); }
  // The last typed value, else the setting, else "".
  std::string text(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  // The value as a number, or `otherwise` if there is none. The limits in the table were already
  // checked.
  double number(std::string_view name, double otherwise) const;
  std::uint64_t whole_number(std::string_view name, std::uint64_t otherwise) const;
};

// Parses the arguments after the program's name. Throws Error(usage) for unknown commands and
// options, naming the nearest one, and for missing or wrong values. "help", "--help", "-h" and
// "--version" give an `answer`. `subjects` returns the help text on a subject that is not a
// command, if it knows the subject.
using Subjects = std::optional<std::string> (*)(const std::string& subject);
CommandLine read_command_line(const ToolTable& tool, std::span<const std::string> arguments,
                              Subjects subjects = nullptr);

// Throws Error(usage) if a value is not one of the choices, is a number out of range, or fails the
// option's own check (OptionRow::fault). The sentence begins with `place`: "--limit".
void check_value(const OptionRow& row, const std::string& value, const std::string& place);

// The same check: returns what is wrong with the value, or "".
std::string fault_of_value(const OptionRow& row, const std::string& value);

// "is not one of ..." if the value is not among `choices`, which are separated by spaces; else "".
std::string fault_of_choice(std::string_view choices, const std::string& value);

}  // namespace newsindex
