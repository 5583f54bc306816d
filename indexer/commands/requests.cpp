// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/requests.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "indexer/commands/models_folder.h"
#include "indexer/extract/fields/json_fields.h"
#include "indexer/extract/json/json_schema.h"
#include "indexer/extract/xml/xml_map.h"
#include "schema/error.h"
#include "schema/utc_time.h"

namespace newsindex {
namespace {

constexpr std::uint64_t kMegabyte = 1u << 20;

std::map<std::string, std::string> field_map(const std::vector<std::string>& pairs) {
  std::map<std::string, std::string> fields;
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == pair.size())
      throw Error(ExitCode::usage, "--map '" + pair + "' is not of the form field=name");
    const std::string name = pair.substr(0, equals);
    mapped_field(name);  // throws if there is no such field, before anything is read
    fields[name] = pair.substr(equals + 1);
  }
  return fields;
}

DateOrder date_order(const std::string& name) {
  if (name == "day-first") return DateOrder::day_first;
  return name == "month-first" ? DateOrder::month_first : DateOrder::automatic;
}

Published parsed_time(const char* option, const std::string& text) {
  const auto time = published_from_iso(text);
  if (!time)
    throw Error(ExitCode::usage, std::string(option) + " '" + text +
                                     "' is not a date (2023-04-02 or 2023-04-02T15:24:00Z)");
  return *time;
}

std::optional<Published> optional_time(const char* option, const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(parsed_time(option, text));
}

}  // namespace

UnderstandOptions understand_options(const Flags& flags) {
  UnderstandOptions options;
  options.fields = field_map(flags.map);
  if (!flags.xml_map.empty())
    options.xml_map = std::make_shared<XmlMap>(XmlMap::read_file(flags.xml_map));
  if (!flags.json_schema.empty())
    options.json_schema = std::make_shared<JsonSchema>(JsonSchema::read_file(flags.json_schema));
  options.date_order = date_order(flags.date_order);
  options.id_prefix = flags.id_prefix;
  options.source = flags.source;
  options.language = flags.language;
  options.today = std::chrono::floor<std::chrono::days>(utc_now());
  options.depth = flags.max_depth;
  options.explain = flags.why;
  options.reference_time = optional_time("--reference-time", flags.reference_time);
  return options;
}

std::vector<std::string> warnings_of(const UnderstandOptions& options) {
  return options.json_schema == nullptr ? std::vector<std::string>()
                                        : options.json_schema->warnings();
}

FindOptions find_options(const Flags& flags) {
  FindOptions options;
  options.follow_links = flags.follow_links;
  for (const std::string& text : flags.roots) {
    const std::size_t equals = text.find('=');
    SourceRoot root{equals == std::string::npos ? "" : text.substr(0, equals), {}};
    const std::string folder = text.substr(equals == std::string::npos ? 0 : equals + 1);
    if (root.name.find_first_of("/:") != std::string::npos)
      throw Error(ExitCode::usage, "--root '" + text + "': a name has no '/' and no ':'");
    for (const SourceRoot& other : options.roots)
      if (other.name == root.name)
        throw Error(ExitCode::usage,
                    "--root '" + text + "': another root has the same name (NAME=DIR gives one)");
    std::error_code error;
    root.folder = std::filesystem::canonical(folder, error);
    if (error) throw Error(ExitCode::no_input, "--root '" + folder + "': " + error.message());
    options.roots.push_back(std::move(root));
  }
  return options;
}

ReadLimits read_limits(const Flags& flags, const UnderstandOptions& options) {
  ReadLimits limits;
  if (options.xml_map != nullptr) limits.xml_record = options.xml_map->record();
  limits.record_bytes = flags.max_record_mb * kMegabyte;
  limits.nesting = flags.max_nesting;
  limits.depth = flags.max_depth;
  limits.expansion = flags.max_expansion;
  return limits;
}

EnrichSettings enrich_settings(const Flags& flags, const Environment& environment) {
  EnrichSettings settings;
  settings.models = models_folder(environment);
  settings.authorities.assign(flags.authorities.begin(), flags.authorities.end());
  settings.edits.assign(flags.entity_edits.begin(), flags.entity_edits.end());
  settings.topic_rules.assign(flags.topic_rules.begin(), flags.topic_rules.end());
  settings.uses_well_known = !flags.no_known;
  return settings;
}

RunLimits run_limits(const Flags& flags, StopRequest& stop) {
  RunLimits limits;
  limits.threads = flags.threads;
  limits.memory_bytes = flags.memory_mb * kMegabyte;
  limits.lock_timeout = std::chrono::seconds(flags.lock_timeout);
  limits.stop = &stop;
  return limits;
}

UpdateRequest update_request(const Flags& flags, const Environment& environment,
                             StopRequest& stop) {
  UpdateRequest request;
  request.archive = resolve_archive(flags.archive, environment);
  request.sources = flags.arguments;
  request.understand = understand_options(flags);
  request.enrich = enrich_settings(flags, environment);
  request.limits = read_limits(flags, request.understand);
  request.find = find_options(flags);
  request.again = flags.again;
  request.prune = flags.prune;
  request.dry_run = flags.dry_run;
  request.publish_every = std::chrono::milliseconds(std::llround(flags.publish_every * 60'000));
  request.run = run_limits(flags, stop);
  return request;
}

RetagRequest retag_request(const Flags& flags, const Environment& environment, StopRequest& stop) {
  RetagRequest request;
  request.rewrite = rewrite_request(flags, environment, stop);
  request.enrich = enrich_settings(flags, environment);
  return request;
}

RewriteRequest rewrite_request(const Flags& flags, const Environment& environment,
                               StopRequest& stop) {
  RewriteRequest request;
  request.archive = resolve_archive(flags.archive, environment);
  if (!flags.since.empty() || !flags.until.empty()) request.days = export_days(flags);
  request.run = run_limits(flags, stop);
  return request;
}

DayRange export_days(const Flags& flags) {
  using namespace std::chrono;
  DayRange days{year(0) / January / 1, year(9999) / December / 31};
  if (const auto since = optional_time("--since", flags.since))
    days.first = days_covered(*since).first;
  if (const auto until = optional_time("--until", flags.until))
    days.last = days_covered(*until).last;
  return days;
}

}  // namespace newsindex
