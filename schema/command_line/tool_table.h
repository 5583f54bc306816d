// SPDX-License-Identifier: GPL-3.0-or-later
// A tool as tables: its commands and options. Parsing, help, manual pages, completions and the
// configuration file are all made of them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct OptionRow {
  std::string_view name;         // without its dashes
  char letter = 0;               // of the short form; 0: none
  std::string_view value{};      // what it is called in help; "": a flag
  std::string_view help{};       // one line
  std::string_view commands{};   // that have it, "search count"; "": all
  std::string_view otherwise{};  // what holds without it, for help
  std::string_view choices{};    // "text json"; "": anything
  double least = 0;              // of a number ...
  double most = 0;               // ...; 0: it is none
  bool takes_fractions = false;  // ...; else whole numbers only
  bool repeats = false;
  bool is_setting = false;         // can stand in the configuration file, by its name
  std::string_view environment{};  // the variable that sets it
  // What is wrong with a value, to be read behind it ("is no language"); "" when nothing is.
  std::string (*fault)(const std::string& value) = nullptr;
};

struct CommandRow {
  std::string_view name;
  std::string_view words{};    // what stands behind it, for help; "" when nothing may
  std::string_view summary{};  // one line
  std::string_view footer{};   // exit codes and examples
  unsigned least_words = 0;
  bool takes_many = true;          // words, if any
  std::string_view choices{};      // that words are of; "": anything
  bool is_listed = true;           // in the overview and the manual page
  std::string_view description{};  // more than the summary, where there is more to say
};

// Something to know of a tool: a variable, a file, an exit code.
struct NamedText {
  std::string_view name;
  std::string_view text;
};

struct ToolTable {
  std::string_view name;
  std::string_view summary;  // what the tool does, one line
  std::string_view example;  // a command line of most use
  std::span<const CommandRow> commands;
  std::span<const OptionRow> options;
  std::string_view closing{};         // below the list of commands
  std::string_view see_also_pages{};  // other manual pages
  std::string_view see_also{};        // below the help on a command
  std::span<const NamedText> exit_codes;
  // "-word" is a word of the command, not a bundle of short options; said where one is unknown.
  std::string_view dashed_words{};
};

// The words of a list: "text json".
std::vector<std::string> words_of(std::string_view list);

const CommandRow* find_command(const ToolTable& tool, std::string_view name);

// The options of a command, in the order of the table.
std::vector<const OptionRow*> options_of(const ToolTable& tool, const CommandRow& command);

inline constexpr std::string_view kConfigurationFile = "~/.config/newsindex/config.ini";

}  // namespace newsindex
