// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that includes CLI11.
#include <algorithm>
#include <cctype>
#include <set>

#include <CLI/CLI.hpp>

#include "schema/command_line/command_line.h"
#include "schema/command_line/help.h"
#include "schema/error.h"
#include "schema/query_language/did_you_mean.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

// Put in front of every word, so that CLI11 takes the word unchanged: "-river" is not a bundle of
// short options.
constexpr char kWordMark = '\x01';

std::string without_mark(std::string word) {
  if (!word.empty() && word.front() == kWordMark) word.erase(0, 1);
  return word;
}

[[noreturn]] void refuse(const std::string& sentence) { throw Error(ExitCode::usage, sentence); }

// Reads the arguments of one command.
class CommandParser {
 public:
  CommandParser(const ToolTable& tool, const CommandRow& command)
      : tool_(tool),
        command_(command),
        options_(options_of(tool, command)),
        title_(std::string(tool.name) + " " + std::string(command.name)) {}

  CommandLine parse(std::span<const std::string> arguments) {
    line_.command = command_.name;
    std::vector<std::string> reversed;  // CLI11 expects this order
    bool options = true;
    const OptionRow* waiting = nullptr;  // the option whose value comes next
    for (const std::string& argument : arguments) {
      const bool is_option = options && waiting == nullptr && is_form(argument);
      if (waiting != nullptr && argument.starts_with("--")) refuse_without_value(*waiting);
      if (is_option && answers(argument)) return line_;
      waiting = is_option ? option_before_value(argument) : nullptr;
      if (is_option && argument == "--") options = false;
      reversed.push_back(is_option ? argument : kWordMark + argument);
    }
    if (waiting != nullptr) refuse_without_value(*waiting);
    std::reverse(reversed.begin(), reversed.end());
    run(std::move(reversed));
    check();
    return line_;
  }

 private:
  // True if the argument looks like an option, known or not.
  bool is_form(const std::string& argument) const {
    if (argument.starts_with("--")) return true;
    if (argument.size() < 2 || argument[0] != '-') return false;
    if (tool_.unknown_option_hint.empty()) return true;
    return argument.size() == 2 && is_letter(argument[1]) ? true : has_its_value(argument);
  }

  // True for "-n5" if -n takes a number, and for "-fjson" if -f takes one of several words.
  bool has_its_value(const std::string& argument) const {
    const OptionRow* row = with_letter(argument[1]);
    if (row == nullptr || argument.size() < 3) return false;
    if (row->most > 0) return std::all_of(argument.begin() + 2, argument.end(), is_digit);
    return !row->choices.empty() && fault_of_choice(row->choices, argument.substr(2)).empty();
  }

  bool answers(const std::string& argument) {
    if (argument == "-h") line_.answer = short_help(tool_, command_);
    if (argument == "--help") line_.answer = full_help(tool_, command_);
    return line_.answer.has_value();
  }

  const OptionRow* with_letter(char letter) const {
    const auto found = std::find_if(options_.begin(), options_.end(),
                                    [=](const OptionRow* row) { return row->letter == letter; });
    return letter == 0 || found == options_.end() ? nullptr : *found;
  }

  const OptionRow* with_name(std::string_view name) const {
    const auto found = std::find_if(options_.begin(), options_.end(),
                                    [=](const OptionRow* row) { return row->name == name; });
    return found == options_.end() ? nullptr : *found;
  }

  // The option of an argument, if the next argument is its value; else nullptr. Throws if the
  // command has no such option, and for a value given to a flag.
  const OptionRow* option_before_value(const std::string& argument) const {
    if (argument == "--") return nullptr;
    const bool is_long = argument.starts_with("--");
    const std::string form = is_long ? argument.substr(0, argument.find('=')) : argument;
    if (!is_long && form.size() > 2) refuse_run_together(form);
    const OptionRow* row = is_long ? with_name(form.substr(2)) : with_letter(form[1]);
    if (row == nullptr) refuse_unknown(form);
    const bool has_value = form.size() < argument.size();
    if (row->value.empty() && has_value) refuse(form + " takes no value");
    if (has_value && argument.size() == form.size() + 1) refuse_without_value(*row);
    return row->value.empty() || has_value ? nullptr : row;
  }

  [[noreturn]] void refuse_run_together(const std::string& form) const {
    const OptionRow* row = with_letter(form[1]);
    if (row == nullptr || row->value.empty()) refuse_unknown(form);
    refuse(form + ": write " + form.substr(0, 2) + " " + form.substr(2));
  }

  [[noreturn]] void refuse_without_value(const OptionRow& row) const {
    refuse("--" + std::string(row.name) + " needs a value, as in --" + std::string(row.name) + " " +
           std::string(row.value));
  }

  [[noreturn]] void refuse_unknown(const std::string& form) const {
    std::vector<std::string> names{"--help"};
    for (const OptionRow* row : options_) names.push_back("--" + std::string(row->name));
    refuse(title_ + " has no option '" + form + "'" +
           (form.starts_with("--") ? did_you_mean(form, names) : "") +
           (tool_.unknown_option_hint.empty() ? "; " + title_ + " -h lists them"
                                              : "; " + std::string(tool_.unknown_option_hint)));
  }

  void run(std::vector<std::string> reversed) {
    CLI::App app;
    app.set_help_flag();
    std::map<const OptionRow*, std::vector<std::string>> texts;
    std::set<const OptionRow*> flags;
    app.add_option("words", line_.words);
    for (const OptionRow* row : options_) {
      std::string names = "--" + std::string(row->name);
      if (row->letter != 0) names += std::string(",-") + row->letter;
      if (row->value.empty())
        app.add_flag_callback(names, [&flags, row] { flags.insert(row); });
      else
        app.add_option(names, texts[row])
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    try {
      app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
      refuse(error.what());
    }
    for (std::string& word : line_.words) word = without_mark(std::move(word));
    for (const OptionRow* row : flags) line_.values[std::string(row->name)] = {"yes"};
    for (auto& [row, values] : texts) take(*row, values);
  }

  void take(const OptionRow& row, std::vector<std::string>& values) {
    if (values.empty()) return;
    for (std::string& value : values) value = without_mark(std::move(value));
    if (!row.repeats) values.erase(values.begin(), values.end() - 1);
    for (const std::string& value : values) check_value(row, value, "--" + std::string(row.name));
    line_.values[std::string(row.name)] = std::move(values);
  }

  void check() const {
    const std::string words(command_.words);
    if (line_.words.size() < command_.least_words)
      refuse(title_ + " needs " + words + "; " + title_ + " -h tells more");
    const std::size_t most = words.empty() ? 0 : command_.takes_many ? SIZE_MAX : 1;
    if (line_.words.size() > most) refuse(title_ + " takes no '" + line_.words[most] + "'");
    for (const std::string& word : line_.words)
      if (const std::string fault = fault_of_choice(command_.choices, word); !fault.empty())
        refuse(title_ + ": '" + word + "' " + fault);
  }

  const ToolTable& tool_;
  const CommandRow& command_;
  std::vector<const OptionRow*> options_;
  std::string title_;
  CommandLine line_;
};

const CommandRow& command_named(const ToolTable& tool, const std::string& name) {
  if (const CommandRow* row = find_command(tool, name)) return *row;
  std::vector<std::string> names{"help"};
  for (const CommandRow& row : tool.commands) names.emplace_back(row.name);
  const std::string meant = did_you_mean(name, names);
  refuse("unknown command '" + name + "'" +
         (meant.empty() ? "; " + std::string(tool.name) + " help lists them" : meant));
}

std::string help_on(const ToolTable& tool, std::span<const std::string> subject,
                    Subjects subjects) {
  if (subject.empty() || subject.front().starts_with("-")) return overview(tool);
  if (const auto text = subjects == nullptr ? std::nullopt : subjects(subject.front()))
    return *text;
  return full_help(tool, command_named(tool, subject.front()));
}

}  // namespace

CommandLine read_command_line(const ToolTable& tool, std::span<const std::string> arguments,
                              Subjects subjects) {
  CommandLine line;
  const std::string name(tool.name);
  if (arguments.empty()) {
    std::string commands = "\n" + overview(tool);
    commands.pop_back();  // the last line end
    throw Error(ExitCode::usage, "say what to do, as in: " + std::string(tool.example), commands);
  }
  const std::string& first = arguments.front();
  if (first == "--version")
    line.answer = name + " " NEWSINDEX_VERSION "\n";
  else if (first == "--help" || first == "-h" || first == "help")
    line.answer = help_on(tool, arguments.subspan(1), subjects);
  else
    line = CommandParser(tool, command_named(tool, first)).parse(arguments.subspan(1));
  return line;
}

}  // namespace newsindex
