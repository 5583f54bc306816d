// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that read every article: check and export.
#include <algorithm>
#include <ostream>
#include <tuple>

#include <nlohmann/json.hpp>

#include "indexer/commands/commands.h"
#include "indexer/commands/requests.h"
#include "indexer/write/check.h"
#include "indexer/write/stored_articles.h"
#include "schema/archive/archive.h"
#include "schema/article_json.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

// An article of an archive, by (order, segment, docid).
struct Place {
  std::uint64_t order;
  std::size_t segment;
  Docid docid;
};

}  // namespace

ExitCode run_check(const Flags& flags, const Environment& environment, const Streams& streams,
                   StopRequest& stop) {
  Archive archive(resolve_archive(flags.archive, environment));
  const std::vector<std::string> problems = check_archive(archive, &stop);
  for (const std::string& problem : problems)
    streams.messages << "newsindex: " << shown(problem) << '\n';
  if (!problems.empty()) return ExitCode::internal;
  const Manifest& manifest = archive.manifest();
  streams.out << manifest.articles() << " articles in " << manifest.segments.size() << " segment"
              << (manifest.segments.size() == 1 ? "" : "s") << ", no errors\n";
  return ExitCode::ok;
}

ExitCode run_export(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop) {
  const DayRange days = export_days(flags);
  const bool is_limited = !flags.since.empty() || !flags.until.empty();
  Archive archive(resolve_archive(flags.archive, environment));
  const auto segments = is_limited ? archive.segments(days) : archive.segments();
  std::vector<Place> places;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto order = segments[i]->columns().order();
    for (Docid docid = 1; docid <= order.size(); ++docid)
      if (!segments[i]->deletions().contains(docid)) places.push_back({order[docid - 1], i, docid});
  }
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    if (a.order != b.order) return a.order < b.order;
    const auto whole = [&](const Place& place) {
      return segments[place.segment]->order_value(place.docid);
    };
    return std::tuple(whole(a), a.segment, a.docid) < std::tuple(whole(b), b.segment, b.docid);
  });
  for (const Place& place : places) {
    stop.check();
    const Article article = segments[place.segment]->article(place.docid);
    if (is_limited && !is_within(article, days)) continue;
    streams.out << json_line(to_json(article)) << '\n';
    if (!streams.out.good()) break;
  }
  return ExitCode::ok;
}

}  // namespace newsindex
