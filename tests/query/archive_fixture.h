// SPDX-License-Identifier: GPL-3.0-or-later
// Small archives for tests, made without the indexer.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/search/requests.h"
#include "schema/archive/archive.h"
#include "schema/document.h"
#include "tests/temporary_folder.h"

namespace newsindex {

inline Article make_article(const std::string& id, const std::string& date,
                            const std::string& title, const std::string& body) {
  Article article;
  article.id = id;
  if (!date.empty()) article.published = published_from_iso(date);
  article.title = title;
  article.body = body;
  article.language = "en";
  return article;
}

// An archive with one segment for each list of articles.
class TestArchive {
 public:
  explicit TestArchive(const std::vector<std::vector<Article>>& segments) {
    std::filesystem::create_directories(folder_.path() / "segments");
    Manifest manifest;
    manifest.uuid = "test";
    manifest.schema_version = kSchemaVersion;
    manifest.revision = 1;
    for (const std::vector<Article>& articles : segments) add_segment(manifest, articles);
    write_manifest(folder_.path(), manifest);
    make_readers_file(folder_.path());
  }

  const std::filesystem::path& path() const { return folder_.path(); }
  Archive open() const { return Archive(folder_.path()); }

  // Deletes an article as a run does: its segment stays, and a file of deletions is written beside
  // it. Looks only in the first `segments` segments of the archive.
  void remove(const std::string& id, std::size_t segments = SIZE_MAX) {
    Manifest manifest = read_manifest(path());
    for (std::size_t i = 0; i < std::min(segments, manifest.segments.size()); ++i) {
      Segment& segment = manifest.segments[i];
      const OpenSegment open(path(), segment);
      const auto docid = open.find(id);
      if (!docid) continue;
      Deletions deletions = open.deletions();
      deletions.add(*docid);
      segment.articles = segment.documents - deletions.count();
      segment.deletions = segment.name + ".deleted-" + std::to_string(deletions.count());
      deletions.write(path() / "segments" / segment.deletions, segment.documents);
    }
    ++manifest.revision;
    write_manifest(path(), manifest);
  }

 private:
  void add_segment(Manifest& manifest, const std::vector<Article>& articles) {
    Segment segment;
    segment.name = "s" + std::to_string(manifest.segments.size());
    const auto folder = segment_path(folder_.path(), segment);
    std::filesystem::create_directories(folder);
    const TemporaryFolder building;
    Xapian::WritableDatabase database((building.path() / "database").string(),
                                      Xapian::DB_CREATE_OR_OVERWRITE);
    DocumentBuilder builder;
    builder.begin_part();
    for (const Article& article : articles) {
      database.add_document(builder.build(article, ++manifest.ingest_sequence));
      count(manifest, segment, article);
    }
    database.commit();
    database.compact(database_path(folder).string(), Xapian::DBCOMPACT_SINGLE_FILE);
    builder.write_part(folder);
    for (const auto& file : std::filesystem::directory_iterator(folder))
      segment.files.push_back({file.path().filename().string(), file.file_size(), 0});
    manifest.segments.push_back(segment);
  }

  static void count(Manifest& manifest, Segment& segment, const Article& article) {
    ++segment.documents;
    ++segment.articles;
    ++manifest.languages[article.language];
    if (!article.published) {
      ++segment.undated;
      return;
    }
    const DayRange days = days_covered(*article.published);
    if (!segment.days) segment.days = days;
    segment.days = DayRange{std::min(segment.days->first, days.first),
                            std::max(segment.days->last, days.last)};
  }

  TemporaryFolder folder_;
};

// A request for this query; today is 2024-06-01.
inline SearchRequest make_request(const std::string& query, Match match = Match::all) {
  using namespace std::chrono;
  SearchRequest request;
  request.query_text = query;
  request.today = year{2024} / June / 1;
  request.match = match;
  request.query = parse_query(query, {match, request.today});
  return request;
}

}  // namespace newsindex
