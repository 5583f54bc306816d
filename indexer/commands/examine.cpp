// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that read every article: check and export.
#include <algorithm>
#include <ostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "indexer/commands/commands.h"
#include "indexer/commands/requests.h"
#include "indexer/write/stored_articles.h"
#include "schema/archive/archive.h"
#include "schema/article_json.h"
#include "schema/document.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Problems = std::vector<std::string>;

void check_structure(const std::filesystem::path& folder, Problems& problems) {
  std::ostringstream details;
  const std::size_t errors = Xapian::Database::check(folder.string(), 0, &details);
  if (errors > 0)
    problems.push_back("segment '" + folder.string() + "' has " + std::to_string(errors) +
                       " structural errors");
}

void check_articles(const OpenSegment& open, Problems& problems) {
  std::uint64_t articles = 0;
  for_each_article(open, [&](Xapian::docid docid, const std::string& stored) {
    ++articles;
    const std::string place =
        "segment '" + open.segment.name + "' document " + std::to_string(docid);
    try {
      const Article article = decode_article(stored);
      const std::string term = id_term(article.id);
      if (open.database.get_termfreq(term) == 0)
        problems.push_back(place + " is not found by its id");
    } catch (const Error& error) {
      problems.push_back(place + ": " + error.what());
    }
  });
  if (articles != open.segment.articles)
    problems.push_back("segment '" + open.segment.name + "' holds " + std::to_string(articles) +
                       " articles, archive.json says " + std::to_string(open.segment.articles));
}

void check_segment(const std::filesystem::path& archive, const Segment& segment,
                   Problems& problems) {
  const auto folder = segment_path(archive, segment);
  try {
    check_structure(folder, problems);
    check_articles({segment, Xapian::Database(folder.string())}, problems);
  } catch (const Xapian::Error& error) {
    problems.emplace_back(describe(error, "segment '" + folder.string() + "'").what());
  }
}

// The articles of an archive that lie in the days, oldest first, as (order, segment, docid).
struct Place {
  std::string order;
  std::size_t segment;
  Xapian::docid docid;
  bool operator<(const Place& other) const { return order < other.order; }
};

}  // namespace

ExitCode run_check(const Flags& flags, const Environment& environment, const Streams& streams) {
  const auto archive = resolve_archive(flags.archive, environment);
  const Manifest manifest = read_manifest(archive);
  Problems problems;
  for (const Segment& segment : manifest.segments) check_segment(archive, segment, problems);
  for (const std::string& problem : problems) streams.messages << "newsindex: " << problem << '\n';
  if (!problems.empty()) return ExitCode::internal;
  streams.out << manifest.articles() << " articles in " << manifest.segments.size() << " segment"
              << (manifest.segments.size() == 1 ? "" : "s") << ", no errors\n";
  return ExitCode::ok;
}

ExitCode run_export(const Flags& flags, const Environment& environment, const Streams& streams) {
  const DayRange days = export_days(flags);
  const bool is_limited = !flags.since.empty() || !flags.until.empty();
  Archive archive(resolve_archive(flags.archive, environment));
  const auto segments = is_limited ? archive.segments(days) : archive.segments();
  std::vector<Place> places;
  for (std::size_t i = 0; i < segments.size(); ++i)
    for_each_article(segments[i], [&](Xapian::docid docid, const std::string&) {
      places.push_back({segments[i].database.get_document(docid).get_value(kOrderSlot), i, docid});
    });
  std::sort(places.begin(), places.end());
  for (const Place& place : places) {
    const auto document = segments[place.segment].database.get_document(place.docid);
    const Article article = decode_article(document.get_data());
    if (is_limited && !is_within(article, days)) continue;
    streams.out << json_line(to_json(article)) << '\n';
    if (!streams.out.good()) break;
  }
  return ExitCode::ok;
}

}  // namespace newsindex
