// SPDX-License-Identifier: GPL-3.0-or-later
// The command rejects: lists what could not be read, according to the ledger.
#include <ostream>

#include <nlohmann/json.hpp>

#include "indexer/commands/commands.h"
#include "indexer/commands/requests.h"
#include "indexer/sources/ledger.h"
#include "indexer/write/change_ledger.h"
#include "schema/archive/archive.h"
#include "schema/article_json.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;

bool is_listed(const LedgerEntry& entry) {
  return !entry.is_set_aside && (entry.rejected > 0 || !entry.incomplete.empty());
}

Json entry_json(const std::string& source, const LedgerEntry& entry) {
  Json json{{"source", source}, {"rejected", entry.rejected}, {"rejects", Json::array()}};
  if (!entry.incomplete.empty()) json["incomplete"] = entry.incomplete;
  for (const Reject& reject : entry.rejects) {
    Json each{{"record", reject.origin.record}, {"reason", reject.reason}};
    if (!reject.origin.entry.empty()) each["entry"] = reject.origin.entry;
    json["rejects"].push_back(std::move(each));
  }
  return json;
}

void print_entry(const std::string& source, const LedgerEntry& entry, std::ostream& out) {
  if (!entry.incomplete.empty())
    out << shown(source) << ": not read to its end: " << shown(entry.incomplete) << '\n';
  for (const Reject& reject : entry.rejects) out << to_text(reject) << '\n';
  if (!entry.has_all_rejects())
    out << shown(source) << ": " << entry.rejected - entry.rejects.size()
        << " more records rejected\n";
}

}  // namespace

ExitCode run_rejects(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop) {
  const auto archive = resolve_archive(flags.archive, environment);
  if (!flags.forget.empty()) {
    set_aside(archive, flags.forget, run_limits(flags, stop));
    return ExitCode::ok;
  }
  const Archive held(archive);  // keeps the revision, so that its table of sources is not removed
  const Ledger ledger = Ledger::read(archive, held.manifest().table(kSourcesTable));
  Json sources = Json::array();
  for (const auto& [source, entry] : ledger.entries()) {
    if (!is_listed(entry)) continue;
    sources.push_back(entry_json(source, entry));
    if (flags.format == "text") print_entry(source, entry, streams.out);
  }
  if (flags.format == "json")
    streams.out << json_line(Json{{"version", 1}, {"sources", sources}}) << '\n';
  return sources.empty() ? ExitCode::no_match : ExitCode::ok;
}

}  // namespace newsindex
