// SPDX-License-Identifier: GPL-3.0-or-later
// A tool as tables: its commands and options. Parsing, help, manual pages, completions and the
// configuration file all use them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct OptionRow {
  std::string_view name;             // without its dashes
  char letter = 0;                   // short form; 0: none
  std::string_view value{};          // name of its value in help; "": a flag
  std::string_view help{};           // one line
  std::string_view commands{};       // commands that have it, "search count"; "": all
  std::string_view default_value{};  // the default, for help
  std::string_view choices{};        // allowed values, "text json"; "": anything
  double least = 0;                  // lowest number
  double most = 0;                   // highest number; 0: the value is not a number
  bool takes_fractions = false;      // if false, whole numbers only
  bool repeats = false;
  bool is_setting = false;         // can be set in the configuration file, by its name
  std::string_view environment{};  // the variable that sets it
  // Returns what is wrong with a value, worded to follow it in a sentence ("is no language"); "" if
  // nothing is.
  std::string (*fault)(const std::string& value) = nullptr;
};

struct CommandRow {
  std::string_view name;
  std::string_view words{};    // the words after the command, for help; "": it takes none
  std::string_view summary{};  // one line
  std::string_view footer{};   // exit codes and examples
  unsigned least_words = 0;
  bool takes_many = true;          // more than one word is allowed
  std::string_view choices{};      // allowed words; "": anything
  bool is_listed = true;           // shown in the overview and the manual page
  std::string_view description{};  // used by full help instead of the summary, unless empty
};

// A name and its meaning: an exit code.
struct NamedText {
  std::string_view name;
  std::string_view text;
};

struct ToolTable {
  std::string_view name;
  std::string_view summary;  // what the tool does, one line
  std::string_view example;  // the most useful command line
  std::span<const CommandRow> commands;
  std::span<const OptionRow> options;
  std::string_view closing{};         // text below the list of commands
  std::string_view see_also_pages{};  // other manual pages
  std::string_view see_also{};        // text below the help on a command
  std::span<const NamedText> exit_codes;
  // If not empty, "-word" is a word of the command, not a bundle of short options. This text ends
  // the error about an unknown option.
  std::string_view unknown_option_hint{};
};

// Splits a list such as "text json" into its words.
std::vector<std::string> words_of(std::string_view list);

const CommandRow* find_command(const ToolTable& tool, std::string_view name);

// The options of a command, in the order of the table.
std::vector<const OptionRow*> options_of(const ToolTable& tool, const CommandRow& command);

inline constexpr std::string_view kConfigurationFile = "~/.config/newsindex/config.ini";

}  // namespace newsindex
