// SPDX-License-Identifier: GPL-3.0-or-later
// The command remove: removes articles by id, list or query, lists what was removed, and restores
// it.
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <ostream>

#include <nlohmann/json.hpp>

#include "indexer/commands/ask_newsquery.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/requests.h"
#include "indexer/write/removal.h"
#include "indexer/write/run_journal.h"
#include "schema/archive/archive.h"
#include "schema/article_json.h"
#include "schema/error.h"
#include "schema/utc_time.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

std::string read_list(const std::string& name) {
  if (name == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream in(name, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(in), {});
  if (!in.good()) throw Error(ExitCode::no_input, "cannot read the list '" + name + "'");
  return text;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

// Refuses more than one way of naming articles, and options that would have no effect.
void check_flags(const Flags& flags) {
  const int ways = (flags.arguments.empty() ? 0 : 1) + (flags.list.empty() ? 0 : 1) +
                   (flags.by_query ? 1 : 0) + (flags.lists_removed ? 1 : 0);
  if (ways == 0) refuse("say which articles to remove: by ID, --list FILE or --query QUERY");
  if (ways > 1) refuse("remove takes one of ID, --list, --query and --removed");
  if (flags.by_query && is_blank(flags.query))
    refuse("--query needs a query: an empty one would mean every article");
  if (flags.restores && (flags.by_query || flags.lists_removed))
    refuse("--restore takes ids or --list: what was removed is found by no query");
  if (flags.restores && (flags.purge || !flags.reason.empty()))
    refuse("--restore goes with neither --purge nor --reason");
  if (flags.lists_removed && (flags.purge || flags.dry_run || !flags.reason.empty()))
    refuse("--removed only prints: it goes with none of --purge, --dry-run and --reason");
}

RemovalRequest removal_request(const Flags& flags, const fs::path& archive, StopRequest& stop) {
  RemovalRequest request;
  request.archive = archive;
  request.note.time = utc_text(utc_now());
  request.note.purged = flags.purge;
  request.note.reason = flags.reason;
  request.run = run_limits(flags, stop);
  if (flags.by_query) {
    request.articles = ids_of_query(archive, flags.query);
    request.note.how = "query";
  } else if (!flags.list.empty()) {
    request.articles = ids_of_lines(read_list(flags.list));
    request.note.how = "list";
  } else {
    request.articles = flags.arguments;
    request.note.how = "id";
  }
  return request;
}

std::string counted(std::size_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

ExitCode tell_missing(const std::vector<std::string>& missing, const std::string& archive,
                      const Streams& streams) {
  for (const std::string& id : missing)
    streams.messages.error("no article '" + id + "' in archive '" + archive + "'");
  return missing.empty() ? ExitCode::ok : ExitCode::no_match;
}

ExitCode print_plan(const RemovalRequest& request, const Streams& streams) {
  const Removal removal = plan_removal(request);
  for (const std::string& id : removal.ids) streams.out << id << '\n';
  const ExitCode code = tell_missing(removal.missing, request.archive.string(), streams);
  streams.messages.info(counted(removal.ids.size(), "article") + " would be " +
                        (request.note.purged ? "purged" : "removed") + "; nothing was changed");
  return code;
}

ExitCode remove(const RemovalRequest& request, const Streams& streams, StopRequest& stop) {
  const Removal removal =
      remove_articles(request, [&stop](const Progress&) { return !stop.is_asked(); });
  if (streams.run != nullptr) streams.run->removed = removal.removed;
  ExitCode code = tell_missing(removal.missing, request.archive.string(), streams);
  if (tell(removal.left_out, request.archive, streams)) code = ExitCode::some_rejected;
  if (!request.note.purged) {
    streams.messages.info(std::to_string(removal.removed) + " removed");
    return code;
  }
  streams.messages.info(std::to_string(removal.ids.size()) + " purged");
  if (removal.files_left == 0) return code;
  throw Error(ExitCode::try_again,
              "somebody still reads an older revision of archive '" + request.archive.string() +
                  "': " + counted(removal.files_left, "file") +
                  " that may have the text stayed on the disk; the purge is finished by the next "
                  "run after that, as by the same command");
}

ExitCode restore(const std::vector<std::string>& ids, const fs::path& archive, const Flags& flags,
                 const Streams& streams, StopRequest& stop) {
  if (flags.dry_run) refuse("--restore has no --dry-run; --removed prints what can be restored");
  const Restoration restoration = restore_articles(archive, ids, run_limits(flags, stop));
  for (const std::string& id : restoration.missing)
    streams.messages.error("'" + id + "' was not removed from archive '" + archive.string() + "'");
  streams.messages.info(counted(restoration.ids.size(), "article") +
                        " may come back, with the next update that reads the source");
  for (const std::string& source : restoration.unknown_sources)
    streams.messages.warning("source '" + source +
                             "' has to be given to newsindex update --again for that");
  return restoration.missing.empty() ? ExitCode::ok : ExitCode::no_match;
}

// Time, how, id and reason, with tabs between; tabs and line ends inside them become spaces.
std::string row_text(const std::string& id, const RemovedArticle& article) {
  const std::string how = article.purged ? article.how + ", purged" : article.how;
  std::string row;
  for (std::string cell : {article.time, how, id, article.reason}) {
    for (char& c : cell)
      if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    row += (row.empty() ? "" : "\t") + cell;
  }
  return row + "\n";
}

std::string row_json(const std::string& id, const RemovedArticle& article) {
  return json_line({{"id", id},
                    {"time", article.time},
                    {"how", article.how},
                    {"purged", article.purged},
                    {"reason", article.reason},
                    {"path", article.path}}) +
         "\n";
}

ExitCode print_removed(const fs::path& archive, const Flags& flags, const Streams& streams) {
  const Archive held(archive);  // keeps the revision, so that its table of removals is not removed
  const Removals removals = Removals::read(archive, held.manifest().table(kRemovalsTable));
  for (const auto& [id, article] : removals.by_id())
    streams.out << (flags.format == "jsonl" ? row_json(id, article) : row_text(id, article));
  return removals.by_id().empty() ? ExitCode::no_match : ExitCode::ok;
}

}  // namespace

ExitCode run_remove(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop) {
  check_flags(flags);
  const fs::path archive = resolve_archive(flags.archive, environment);
  if (flags.lists_removed) return print_removed(archive, flags, streams);
  read_manifest(archive);  // throws if there is no archive, before a list or query is read
  const RemovalRequest request = removal_request(flags, archive, stop);
  stop.check();  // a stop request may have cut the list short
  if (flags.restores) return restore(request.articles, archive, flags, streams, stop);
  return flags.dry_run ? print_plan(request, streams) : remove(request, streams, stop);
}

}  // namespace newsindex
