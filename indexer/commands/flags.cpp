// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/flags.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <CLI/CLI.hpp>

#include "indexer/commands/command_texts.h"
#include "schema/error.h"
#include "schema/nearest_name.h"

namespace newsindex {
namespace {

constexpr const char* kVersion = "newsindex " NEWSINDEX_VERSION "\n";

void add_archive(CLI::App& app, Flags& flags) {
  app.add_option("--archive", flags.archive, "folder of the archive")->type_name("DIR");
}

void add_lock_timeout(CLI::App& app, Flags& flags) {
  app.add_option("--lock-timeout", flags.lock_timeout, "wait so long for another run to end (10)")
      ->type_name("SECONDS");
}

void add_threads(CLI::App& app, Flags& flags) {
  app.add_option("--threads", flags.threads, "threads (0: one for each core)")->type_name("NUMBER");
}

void add_log_level(CLI::App& app, Flags& flags) {
  CLI::Option* level =
      app.add_option("--log-level", flags.log_level,
                     "of messages: error, warning, info (summaries, too) or debug (each source)")
          ->check(CLI::IsMember({"error", "warning", "info", "debug"}))
          ->type_name("LEVEL");
  app.add_flag("--quiet,-q", flags.quiet, "the same as --log-level error")->excludes(level);
}

void add_list(CLI::App& app, const char* name, std::vector<std::string>& files, const char* help) {
  app.add_option(name, files, help)->type_name("FILE")->allow_extra_args(false);
}

void add_lists(CLI::App& app, Flags& flags) {
  add_list(app, "--authority", flags.authorities, "names that win over what is found otherwise");
  add_list(app, "--entity-edits", flags.entity_edits, "names to merge, kill or retype");
  add_list(app, "--topic-rules", flags.topic_rules, "topics by queries, beside the shipped rules");
}

void add_building(CLI::App& app, Flags& flags) {
  app.add_option("--memory", flags.memory_mb, "memory for building (512)")
      ->check(CLI::Range(16, 1 << 20))
      ->type_name("MB");
  app.add_option("--report", flags.report, "write the run report as JSON")->type_name("FILE");
  app.add_option(
         "--metrics", flags.metrics,
         "write metrics of the run for Prometheus (node_exporter's textfile), also if it fails")
      ->type_name("FILE");
  add_lock_timeout(app, flags);
}

void add_days(CLI::App& app, Flags& flags) {
  app.add_option("--since", flags.since, "only articles of this day and later")->type_name("DAY");
  app.add_option("--until", flags.until, "only articles of this day and earlier")->type_name("DAY");
}

void add_reading(CLI::App& app, Flags& flags) {
  app.add_option("--map", flags.map, "fields of JSON records: title=headline,body=content.text")
      ->delimiter(',')
      ->type_name("FIELD=NAME")
      ->allow_extra_args(false);
  app.add_option("--xml-map", flags.xml_map,
                 "a file that says where the fields stand in XML of your own")
      ->type_name("FILE");
  app.add_option("--json-schema", flags.json_schema,
                 "reject JSON records that this JSON Schema does not allow")
      ->type_name("FILE");
  app.add_option("--date-order", flags.date_order, "of 04/02/2023: auto, day-first or month-first")
      ->check(CLI::IsMember({"auto", "day-first", "month-first"}))
      ->type_name("ORDER");
  app.add_option("--id-prefix", flags.id_prefix, "put before every id, to keep sources apart")
      ->type_name("TEXT");
  app.add_option("--source", flags.source, "name of the publication where records name none")
      ->type_name("NAME");
  app.add_option("--language", flags.language, "language where records name none (ISO 639-1)")
      ->type_name("CODE");
  app.add_option("--reference-time", flags.reference_time,
                 "what '3 hours ago' counts from (ISO 8601)")
      ->type_name("TIME");
  app.add_option("--max-record", flags.max_record_mb, "reject longer records (64)")
      ->check(CLI::PositiveNumber)
      ->type_name("MB");
  app.add_option("--max-nesting", flags.max_nesting, "containers in containers (5)")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  app.add_option("--max-depth", flags.max_depth,
                 "elements or brackets of a record, one in the other (1000)")
      ->check(CLI::Range(10, 2000))
      ->type_name("N");
  app.add_option("--max-expansion", flags.max_expansion,
                 "stop where a container gives more than N times its size, past 256 MB (200)")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  add_threads(app, flags);
}

void add_sandbox(CLI::App& app, Flags& flags) {
  app.add_flag("--sandbox", flags.sandbox,
               "give up the network, other programs and the files of others before reading");
}

void add_sources(CLI::App& app, Flags& flags) {
  app.add_option(
         "--root", flags.roots,
         "name what lies below DIR by its path from there, so that it may move; the archive "
         "remembers it")
      ->type_name("[NAME=]DIR")
      ->allow_extra_args(false);
  app.add_flag("--follow-links", flags.follow_links,
               "also links that lead out of the folder in which they are");
  app.add_option("SOURCE", flags.arguments, "files, folders, or - for the standard input")
      ->required();
}

void set_up_update(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  add_sources(app, flags);
  add_reading(app, flags);
  add_lists(app, flags);
  app.add_flag("--again", flags.again, "read sources that have not changed, too");
  app.add_flag("--prune", flags.prune, "take out the articles of files that are gone");
  app.add_flag("--dry-run", flags.dry_run, "with --prune: only say what would be taken out")
      ->needs("--prune");
  app.add_option(
         "--publish-every", flags.publish_every,
         "publish what a long run has read after so many minutes, at the end of a file (10)")
      ->check(CLI::NonNegativeNumber)
      ->type_name("MINUTES");
  add_sandbox(app, flags);
  add_building(app, flags);
}

void set_up_redate(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  add_days(app, flags);
  add_threads(app, flags);
  add_building(app, flags);
}

void set_up_retag(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  add_lists(app, flags);
  add_days(app, flags);
  add_threads(app, flags);
  add_building(app, flags);
}

void set_up_rebuild(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  add_threads(app, flags);
  add_building(app, flags);
}

void set_up_inspect(CLI::App& app, Flags& flags) {
  add_sources(app, flags);
  add_reading(app, flags);
  add_lists(app, flags);
  add_sandbox(app, flags);
  app.add_flag("--why", flags.why,
               "also which rule gave each field, and what was cut from the page and why");
}

void set_up_remove(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  app.add_option("ID", flags.arguments, "ids of articles, or their addresses");
  app.add_option("--list", flags.list, "a file with one id a line; - is the standard input")
      ->type_name("FILE");
  app.add_option_function<std::string>(
         "--query",
         [&flags](const std::string& query) {
           flags.query = query;
           flags.by_query = true;
         },
         "all articles that match (newsquery help query)")
      ->type_name("QUERY");
  app.add_flag("--dry-run", flags.dry_run, "print the ids of what would go; change nothing");
  app.add_option("--reason", flags.reason, "why, for the table of removals")->type_name("TEXT");
  app.add_flag(
      "--purge", flags.purge,
      "leave no byte of the text on the disk: write its segments anew without it, at once");
  app.add_flag("--restore", flags.restores, "let removed articles come back with the next update");
  app.add_flag("--removed", flags.lists_removed, "print what was removed: time, how, id, reason");
  app.add_option("--format", flags.format, "of --removed: text or jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->type_name("FORMAT");
  add_lock_timeout(app, flags);
}

void set_up_info(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  app.add_option("--format", flags.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
}

void set_up_check(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  app.add_flag("--deep", flags.deep,
               "also analyse every stored article again, and compare what was made of it");
  app.add_flag("--repair", flags.repair,
               "drop damaged segments, save their articles, make lost files anew");
  add_threads(app, flags);
  add_lock_timeout(app, flags);
}

void set_up_backup(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  app.add_option("TARGET", flags.arguments, "folder of the backup")->required()->expected(1);
  app.add_flag("--link", flags.link, "hard links in place of copies, on the same file system");
  add_lock_timeout(app, flags);
}

void set_up_restore(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  app.add_option("TARGET", flags.arguments, "folder of the backup")->required()->expected(1);
  app.add_flag("--link", flags.link, "hard links in place of copies, on the same file system");
  add_lock_timeout(app, flags);
}

void set_up_rejects(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  app.add_option("--format", flags.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  app.add_option("--forget", flags.forget,
                 "say nothing more of this source until it changes (its name as it is listed)")
      ->type_name("SOURCE")
      ->allow_extra_args(false);
  add_lock_timeout(app, flags);
}

void set_up_status(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  app.add_option("--max-age", flags.max_age, "stale if no update has succeeded for so long: 26h")
      ->type_name("TIME");
  app.add_option("--format", flags.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
}

void set_up_compact(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  add_lock_timeout(app, flags);
}

void set_up_export(CLI::App& app, Flags& flags) {
  add_archive(app, flags);
  add_days(app, flags);
}

struct Command {
  const char* name;  // see command_texts.h
  void (*set_up)(CLI::App&, Flags&);
};

constexpr std::array kCommands{
    Command{"update", set_up_update},   Command{"inspect", set_up_inspect},
    Command{"remove", set_up_remove},   Command{"redate", set_up_redate},
    Command{"retag", set_up_retag},     Command{"rebuild", set_up_rebuild},
    Command{"rejects", set_up_rejects}, Command{"info", set_up_info},
    Command{"status", set_up_status},   Command{"check", set_up_check},
    Command{"backup", set_up_backup},   Command{"restore", set_up_restore},
    Command{"compact", set_up_compact}, Command{"export", set_up_export},
};

std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  const std::string nearest = nearest_name(word, known);
  return nearest.empty() ? "" : " (did you mean '" + nearest + "'?)";
}

const Command& find_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : kCommands) {
    if (name == command.name) return command;
    names.emplace_back(command.name);
  }
  throw Error(ExitCode::usage, "unknown command '" + name + "'" + suggestion(name, names) +
                                   "; newsindex --help lists them");
}

const CommandText& text_of(const Command& command) {
  const auto texts = command_texts();
  return *std::find_if(texts.begin(), texts.end(), [&](const CommandText& text) {
    return std::string_view(text.name) == command.name;
  });
}

std::string unknown_option(const CLI::App& app, const std::vector<std::string>& arguments) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  for (const std::string& argument : arguments) {
    const std::string name = argument.substr(0, argument.find('='));
    const bool is_option = name.size() > 1 && name[0] == '-';
    if (!is_option || app.get_option_no_throw(name) != nullptr) continue;
    return "unknown option '" + name + "'" + suggestion(name, known) + "; " + app.get_name() +
           " --help lists them";
  }
  return "";
}

Reading read_command(const Command& command, const std::vector<std::string>& arguments) {
  Reading reading;
  reading.flags.command = command.name;
  const CommandText& text = text_of(command);
  CLI::App app(text.summary, std::string("newsindex ") + command.name);
  app.set_help_flag("--help,-h", "print this help");
  app.footer(text.footer);
  command.set_up(app, reading.flags);
  add_log_level(app, reading.flags);
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    reading.is_answered = true;
    reading.answer = app.help();
  } catch (const CLI::ParseError& error) {
    const std::string unknown = unknown_option(app, arguments);
    throw Error(ExitCode::usage, unknown.empty() ? error.what() : unknown);
  }
  return reading;
}

}  // namespace

Reading read_flags(const std::vector<std::string>& arguments) {
  if (arguments.empty())
    throw Error(ExitCode::usage, "no command given; newsindex --help lists them");
  const std::string& first = arguments.front();
  const bool asks_for_help = first == "--help" || first == "-h" || first == "help";
  if (asks_for_help && arguments.size() == 1) return {{}, true, overview()};
  if (asks_for_help) return read_command(find_command(arguments[1]), {"--help"});
  if (first == "--version") return {{}, true, kVersion};
  return read_command(find_command(first), {arguments.begin() + 1, arguments.end()});
}

}  // namespace newsindex
