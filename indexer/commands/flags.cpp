// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/flags.h"

#include "schema/error.h"

namespace newsindex {
namespace {

// Splits lists: "title=headline,body=text" means the same as two options.
std::vector<std::string> parts_of(const std::vector<std::string>& lists) {
  std::vector<std::string> parts;
  for (const std::string& list : lists) {
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t end = std::min(list.find(',', at), list.size());
      parts.push_back(list.substr(at, end - at));
      at = end + 1;
    }
  }
  return parts;
}

void set_reading(Flags& flags, const CommandLine& line) {
  flags.map = parts_of(line.texts("map"));
  flags.xml_map = line.text("xml-map");
  flags.json_schema = line.text("json-schema");
  if (!line.text("date-order").empty()) flags.date_order = line.text("date-order");
  flags.id_prefix = line.text("id-prefix");
  flags.source = line.text("source");
  flags.language = line.text("language");
  flags.reference_time = line.text("reference-time");
  flags.roots = line.texts("root");
  flags.follow_links = line.has("follow-links");
  flags.max_record_mb = line.whole_number("max-record", flags.max_record_mb);
  flags.max_nesting = static_cast<int>(
      line.whole_number("max-nesting", static_cast<std::uint64_t>(flags.max_nesting)));
  flags.max_depth = line.whole_number("max-depth", flags.max_depth);
  flags.max_expansion = line.whole_number("max-expansion", flags.max_expansion);
  flags.authorities = line.texts("authority");
  flags.entity_edits = line.texts("entity-edits");
  flags.topic_rules = line.texts("topic-rules");
  flags.no_known = line.has("no-known");
  flags.again = line.has("again");
  flags.why = line.has("why");
  flags.sandbox = line.has("sandbox");
}

void set_building(Flags& flags, const CommandLine& line) {
  flags.threads = static_cast<unsigned>(line.whole_number("threads", flags.threads));
  flags.memory_mb = line.whole_number("memory", flags.memory_mb);
  flags.lock_timeout = static_cast<unsigned>(line.whole_number("lock-timeout", flags.lock_timeout));
  flags.publish_every = line.number("publish-every", flags.publish_every);
  flags.report = line.text("report");
  flags.metrics = line.text("metrics");
  flags.since = line.text("since");
  flags.until = line.text("until");
  flags.prune = line.has("prune");
}

void set_care(Flags& flags, const CommandLine& line) {
  flags.list = line.text("list");
  flags.query = line.text("query");
  flags.by_query = line.has("query");
  flags.reason = line.text("reason");
  flags.purge = line.has("purge");
  flags.restores = line.has("restore");
  flags.lists_removed = line.has("removed");
  flags.forget = line.texts("forget");
  flags.max_age = line.text("max-age");
  flags.deep = line.has("deep");
  flags.repair = line.has("repair");
  flags.link = line.has("link");
}

}  // namespace

Flags flags_of(const CommandLine& line) {
  Flags flags;
  flags.command = line.command;
  flags.archive = line.text("archive");
  flags.arguments = line.words;
  flags.dry_run = line.has("dry-run");
  flags.quiet = line.has("quiet");
  if (!line.text("log-level").empty()) flags.log_level = line.text("log-level");
  if (line.has("format")) flags.format = line.text("format");
  set_reading(flags, line);
  set_building(flags, line);
  set_care(flags, line);
  if (flags.quiet && line.has("log-level")) refuse("--quiet excludes --log-level");
  if (line.command == "update" && flags.dry_run && !flags.prune) refuse("--dry-run needs --prune");
  return flags;
}

}  // namespace newsindex
