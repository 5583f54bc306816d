// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/flags.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <CLI/CLI.hpp>

#include "query/commands/command_table.h"
#include "schema/error.h"
#include "schema/query_language/did_you_mean.h"
#include "schema/query_language/help.h"

namespace newsindex {
namespace {

constexpr unsigned bit(Command command) { return 1U << static_cast<unsigned>(command); }
constexpr unsigned kAll = ~0U;
constexpr unsigned kRanked = bit(Command::search) | bit(Command::batch);
constexpr unsigned kNamed = bit(Command::entities) | bit(Command::related);
constexpr unsigned kQueried = kAll & ~bit(Command::show) & ~kNamed;
constexpr unsigned kPaged = kRanked | bit(Command::entities);

struct FlagRow {
  std::string_view name;
  std::string_view value;
  std::string_view meaning;
  unsigned commands;
  std::string Flags::*text;
};

constexpr std::array kFlags{
    FlagRow{"--archive", "DIR", "the archive; else $NEWSINDEX_ARCHIVE, else the configuration file",
            kAll, &Flags::archive},
    FlagRow{"--queries", "FILE", "the queries; - is the standard input", bit(Command::batch),
            &Flags::queries},
    FlagRow{"--by", "FIELD,...", "the fields to count by (newsquery help fields)",
            bit(Command::facets), &Flags::by},
    FlagRow{"--by", "STEP", "day, month (the default) or year", bit(Command::timeline), &Flags::by},
    FlagRow{"--match", "HOW", "all: every word is required (the default); any: one is enough",
            kQueried, &Flags::match},
    FlagRow{"--recent", "HALF-LIFE", "favour new articles: 7d, 2w, 3m or 1y", kRanked,
            &Flags::recent},
    FlagRow{"--sort", "ORDER", "relevance (the default), newest or oldest", kRanked, &Flags::sort},
    FlagRow{"--sort", "ORDER", "count (the default) or name", bit(Command::entities), &Flags::sort},
    FlagRow{"--type", "TYPE", "person, org or place only", kNamed, &Flags::type},
    FlagRow{"--limit", "N", "at most so many (10)", kRanked | kNamed | bit(Command::facets),
            &Flags::limit},
    FlagRow{"--offset", "N", "leave out the first N", kPaged, &Flags::offset},
    FlagRow{"--format", "FORMAT",
            "text (the default), json, jsonl, tsv, csv; ids: of all that match",
            bit(Command::search), &Flags::format},
    FlagRow{"--format", "FORMAT", "text (the default), json, jsonl, tsv or csv", kAll & ~kRanked,
            &Flags::format},
    FlagRow{"--format", "FORMAT", "trec (the default), jsonl, tsv or csv", bit(Command::batch),
            &Flags::format},
    FlagRow{"--fields", "NAME,...", "only these columns or members, in this order",
            kAll & ~bit(Command::count), &Flags::fields},
    FlagRow{"--snippet-length", "N", "characters of the text shown with a hit (200)",
            bit(Command::search), &Flags::snippet_length},
    FlagRow{"--color", "WHEN", "auto (the default), always or never", kAll & ~bit(Command::batch),
            &Flags::color},
    FlagRow{"--today", "DATE", "what today and last-7-days count from, for scripts", kQueried,
            &Flags::today},
};

// In front of everything that is no long option, so that CLI11 takes it as a plain word: "-river"
// is part of a query and no bundle of short options.
constexpr char kWordMark = '\x01';

std::string without_mark(std::string word) {
  if (!word.empty() && word.front() == kWordMark) word.erase(0, 1);
  return word;
}

[[noreturn]] void refuse(const std::string& sentence, std::string below = {}) {
  throw Error(ExitCode::usage, sentence, std::move(below));
}

const CommandRow& command_named(const std::string& name) {
  if (const CommandRow* row = find_command(name)) return *row;
  std::vector<std::string> names{"help"};
  for (const CommandRow& row : kCommands) names.emplace_back(row.name);
  const std::string meant = did_you_mean(name, names);
  refuse("unknown command '" + name + "'" +
         (meant.empty() ? "; newsquery help lists them" : meant));
}

// CLI11's parser for one command, writing into `flags`.
class CommandLine {
 public:
  CommandLine(const CommandRow& row, Flags& flags)
      : row_(row), app_(std::string(row.summary), "newsquery " + std::string(row.name)) {
    app_.set_help_flag("--help,-h", "print this");
    app_.footer("Examples:\n" + std::string(row.examples) +
                "\n\nHow to write a query: newsquery help query");
    if (!row.words.empty())
      app_.add_option(std::string(row.words), flags.words)->group("");  // in the usage line only
    for (const FlagRow& flag : kFlags) {
      if ((flag.commands & bit(row.command)) == 0) continue;
      app_.add_option(std::string(flag.name), flags.*flag.text, std::string(flag.meaning))
          ->type_name(std::string(flag.value))
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }
    if ((kRanked & bit(row.command)) != 0)
      app_.add_option("--prefer", flags.prefer, "put articles first that match; may be repeated")
          ->type_name("CLAUSE")
          ->allow_extra_args(false);
    if (row.command == Command::search || row.command == Command::batch)
      app_.add_flag("--collapse", flags.collapse,
                    "show one copy of each story, the first in the order asked for");
    if (row.command == Command::facets || row.command == Command::timeline)
      app_.add_flag("--count-stories", flags.count_stories,
                    "count stories, each where its earliest copy stands, in place of articles");
    if (row.command == Command::search)
      app_.add_flag("--explain", flags.explain,
                    "show the query as understood and the parts of each score");
  }

  std::string help() { return app_.help(); }

  // `arguments` behind the command. False when help was asked for.
  bool parse(std::span<const std::string> arguments) {
    std::vector<std::string> reversed;  // as CLI11 wants them
    bool options = true;
    const std::string* waiting = nullptr;  // the option whose value comes next
    for (const std::string& argument : arguments) {
      const bool is_option = options && argument.starts_with("--");
      if (is_option && waiting != nullptr) refuse_without_value(*waiting);
      waiting = is_option && takes_next(argument) ? &argument : nullptr;
      if (argument == "--") options = false;
      const bool as_it_is = argument.starts_with("--") || argument == "-h";
      reversed.push_back(as_it_is ? argument : kWordMark + argument);
    }
    std::reverse(reversed.begin(), reversed.end());
    return run(std::move(reversed));
  }

 private:
  bool run(std::vector<std::string> reversed) {
    try {
      app_.parse(std::move(reversed));
      return true;
    } catch (const CLI::CallForHelp&) {
      return false;
    } catch (const CLI::ArgumentMismatch& error) {
      const std::string_view sentence = error.what();  // "--limit: 1 required N missing"
      refuse_without_value(std::string(sentence.substr(0, sentence.find(':'))));
    } catch (const CLI::ExtrasError&) {
      const auto left = app_.remaining();
      refuse("newsquery " + std::string(row_.name) + " takes no '" + without_mark(left.front()) +
             "'");
    } catch (const CLI::ParseError& error) {
      refuse(error.what());
    }
  }

  [[noreturn]] void refuse_without_value(const std::string& name) const {
    const CLI::Option* option = app_.get_option_no_throw(name);
    refuse(name + " needs a value" +
           (option == nullptr ? "" : ", as in " + name + " " + option->get_type_name()));
  }

  // True when the value of this option is the next argument. Throws when there is no such option,
  // or when it takes no value and is given one.
  bool takes_next(const std::string& argument) const {
    if (argument == "--") return false;
    const std::string name = argument.substr(0, argument.find('='));
    const CLI::Option* option = app_.get_option_no_throw(name);
    if (option == nullptr) refuse_unknown(name);
    const bool is_flag = option->get_items_expected_max() == 0;
    const bool has_value = name.size() < argument.size();
    if (is_flag && has_value) refuse(name + " takes no value");
    return !is_flag && !has_value;
  }

  [[noreturn]] void refuse_unknown(const std::string& name) const {
    std::vector<std::string> names;
    for (const CLI::Option* option : app_.get_options())
      if (!option->get_lnames().empty()) names.push_back("--" + option->get_lnames().front());
    refuse("newsquery " + std::string(row_.name) + " has no option '" + name + "'" +
           did_you_mean(name, names) + "; behind a -- words that begin so are part of the query");
  }

  const CommandRow& row_;
  CLI::App app_;
};

std::string help_on(const std::string& subject) {
  if (subject == "query") return query_help();
  if (subject == "fields") return fields_help();
  Flags unused;
  return CommandLine(command_named(subject), unused).help();
}

void strip_marks(Flags& flags) {
  for (std::string& word : flags.words) word = without_mark(std::move(word));
  for (std::string& clause : flags.prefer) clause = without_mark(std::move(clause));
  for (const FlagRow& flag : kFlags) flags.*flag.text = without_mark(std::move(flags.*flag.text));
}

}  // namespace

Flags parse_flags(std::span<const std::string> arguments) {
  Flags flags;
  if (arguments.empty())
    refuse("say what to do, as in: newsquery search oil spill", "\n" + overview());
  const std::string& name = arguments.front();
  if (name == "--version") {
    flags.text = "newsquery " NEWSINDEX_VERSION "\n";
  } else if (name == "--help" || name == "-h" || name == "help") {
    flags.text = arguments.size() > 1 ? help_on(arguments[1]) : overview();
  } else {
    const CommandRow& row = command_named(name);
    flags.command = row.command;
    CommandLine line(row, flags);
    if (!line.parse(arguments.subspan(1))) flags.text = line.help();
    strip_marks(flags);
  }
  return flags;
}

}  // namespace newsindex
