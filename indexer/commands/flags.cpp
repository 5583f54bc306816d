// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/flags.h"

#include <array>

#include <CLI/CLI.hpp>

#include "schema/error.h"
#include "schema/nearest_name.h"

namespace newsindex {
namespace {

constexpr const char* kVersion = "newsindex " NEWSINDEX_VERSION "\n";

constexpr const char* kOverview =
    R"(newsindex builds and keeps a searchable archive of news articles.

usage: newsindex COMMAND [OPTIONS] ...

  update   --archive DIR SOURCE...   add and refresh articles; only what is new or changed is read
  inspect  SOURCE...                 print each article as one JSON line, as it would be indexed
  remove   --archive DIR ID...       take articles out, by id, list or query, for good
  redate   --archive DIR             settle ambiguous dates by what came in later
  retag    --archive DIR             find names and topics in the stored articles anew
  rebuild  --archive DIR             write the archive anew, also one of an older version
  rejects  --archive DIR             what could not be read
  info     --archive DIR             what the archive holds
  status   --archive DIR             is it up to date? for monitoring
  check    --archive DIR             is every file whole? --repair saves what can be saved
  backup   --archive DIR TARGET      copy what TARGET does not have yet, checked
  restore  --archive DIR TARGET      make the archive anew from such a copy
  compact  --archive DIR             merge all segments into one
  export   --archive DIR             all articles as JSON lines, by date

A SOURCE is a file, a folder (with all below it) or - for the standard input.
Without --archive, $NEWSINDEX_ARCHIVE or `archive = DIR` in ~/.config/newsindex/config.ini counts.
`newsindex COMMAND --help` tells more. Search with newsquery.

exit codes: 0 done, 1 an id is not there, 2 usage, 3 some records rejected, 65 bad data, 66 no such
source or archive, 70 damaged, or a bug, 71 out of memory, 73 cannot create, 74 cannot read or write,
75 locked, 78 configuration or version, 130 interrupted
)";

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
  const char* name;
  const char* summary;
  const char* footer;
  void (*set_up)(CLI::App&, Flags&);
};

constexpr std::array kCommands{
    Command{"update", "Add and refresh articles. Sources that have not changed are skipped.",
            "exit codes: 0 done, 3 done but records were rejected that were not before, a file is "
            "not read to its\nend, a folder has lost all its files, or a damaged segment was left "
            "alone; 66 no such source, 75 locked\n"
            "examples:\n"
            "  newsindex update --archive news pages/ wire.jsonl\n"
            "  newsindex update --archive news --map title=headline,body=content dump.jsonl",
            set_up_update},
    Command{"inspect",
            "Print each article as one JSON line, as it would be indexed. Writes nothing.",
            "example:\n  newsindex inspect page.txt", set_up_inspect},
    Command{
        "remove",
        "Take articles out of the archive. They are remembered: an update that reads them again "
        "leaves them\nout. Sources stay as they are, and so do backups and other copies.",
        "exit codes: 0 done, 1 an article is not there, 66 no such archive, 75 locked; or, after "
        "--purge,\nolder files are still being read: the next run removes them\n"
        "examples:\n"
        "  newsindex remove --archive news 20230402-17 https://example.org/a\n"
        "  newsindex remove --archive news --query 'source:wire before:2010' --dry-run\n"
        "  newsindex remove --archive news --list ids.txt --purge --reason 'court order 12/26'\n"
        "  newsindex remove --archive news --restore 20230402-17",
        set_up_remove},
    Command{
        "redate",
        "Read ambiguous dates again: 04/02/2023 as the other dates of the same site, all those in "
        "the\narchive, are written. Sources are not needed.",
        "exit codes: 0 done, 66 no such archive, 75 locked", set_up_redate},
    Command{"retag",
            "Find names and topics in the stored articles anew, without their sources: after a new "
            "list, new\nrules or a new version of newsindex. What the sources said stays.",
            "exit codes: 0 done, 65 a list is wrong, 66 no such archive or list, 75 locked\n"
            "Give all lists that count: what other lists gave in an earlier run is found no more.\n"
            "example:\n"
            "  newsindex retag --archive news --authority staff.tsv --entity-edits edits.tsv",
            set_up_retag},
    Command{"rebuild",
            "Write the whole archive anew out of its own stored articles: one that an older "
            "newsindex made\nbecomes one of this version. Sources are not needed. Readers have the "
            "old one until it is done.",
            "exit codes: 0 done, 66 no such archive, 75 locked, 78 a version that cannot be read",
            set_up_rebuild},
    Command{"rejects",
            "List what could not be read: records that were rejected, and files that were not read "
            "to their\nend. A run reports the first once, the others every time.",
            "exit codes: 0 done, 1 there is nothing, 66 no such archive or source\n"
            "examples:\n"
            "  newsindex rejects --archive news\n"
            "  newsindex rejects --archive news --forget /news/broken.zip",
            set_up_rejects},
    Command{"info", "Tell what the archive holds.", "", set_up_info},
    Command{
        "status",
        "Tell how the archive fares: when it was last up to date, what stands, whether a run goes "
        "on.\nFor monitoring; waits for no run.",
        "exit codes: 0 fine, 1 stale (see --max-age), 3 something stands: the last update failed, "
        "a "
        "source is\nsilent or was not read to its end; 66 no such archive, 70 damaged, 78 of "
        "another "
        "version\n"
        "example:\n  newsindex status --archive news --max-age 26h",
        set_up_status},
    Command{
        "check",
        "Is the archive whole? Reads every byte: the digests of all files, the structure of the "
        "databases,\ncounts and days. Writes nothing without --repair, and may run beside an "
        "update. --deep takes as long\nas indexing and finds what was written wrongly; plain "
        "check finds all that changed since.\n\n"
        "--repair saves the articles of a damaged segment that are still what their digests say,"
        " drops the\nrest, and tells which; makes archive.json anew where it is lost or damaged; "
        "and forgets which sources\nwere read when articles were lost, so that the next update "
        "reads them again.",
        "exit codes: 0 whole (or repaired), 3 repaired but articles were lost, 66 no such "
        "archive, 70 damaged,\n75 locked (--repair)",
        set_up_check},
    Command{
        "backup",
        "Copy the newest revision into TARGET, while runs and searches go on. What TARGET has "
        "from an earlier\nbackup is not copied again; what it no longer needs goes when the "
        "new revision is in place. Every file\nis checked on the way. TARGET is an archive that "
        "can be searched and checked.",
        "exit codes: 0 done, 66 no such archive, 70 the archive is damaged (TARGET stays as it "
        "was),\n73 TARGET is another archive or something else, 75 locked\n"
        "example:\n  newsindex backup --archive news /mnt/backup/news",
        set_up_backup},
    Command{
        "restore",
        "Make an archive from a backup, into a folder that is missing or empty, and check it.",
        "exit codes: 0 done, 66 no such backup, 70 the backup is damaged, 73 there is an archive"
        " already\n"
        "example:\n  newsindex restore --archive news /mnt/backup/news",
        set_up_restore},
    Command{"compact", "Merge all segments into one, without what was deleted.", "",
            set_up_compact},
    Command{
        "export",
        "Print all articles as JSON lines, oldest first; newsindex update reads them back. "
        "Reads archives of\nolder versions, too.",
        "exit codes: 0 done, 3 damaged articles or segments were left out, 66 no such archive,\n"
        "78 a version that cannot be read\n"
        "example:\n  newsindex export --archive news --since 2023-01-01 > 2023.jsonl",
        set_up_export},
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
  CLI::App app(command.summary, std::string("newsindex ") + command.name);
  app.set_help_flag("--help,-h", "print this help");
  app.footer(command.footer);
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
  if (asks_for_help && arguments.size() == 1) return {{}, true, kOverview};
  if (asks_for_help) return read_command(find_command(arguments[1]), {"--help"});
  if (first == "--version") return {{}, true, kVersion};
  return read_command(find_command(first), {arguments.begin() + 1, arguments.end()});
}

}  // namespace newsindex
