// SPDX-License-Identifier: GPL-3.0-or-later
// Small archives for tests, made without the indexer.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/commands/request.h"
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

// An archive whose articles lie in the segments they are given for.
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
  }

  const std::filesystem::path& path() const { return folder_.path(); }
  Archive open() const { return Archive(folder_.path()); }

  // Hides an article as a run does that is about to delete it.
  void hide(const std::string& id) {
    Manifest manifest = read_manifest(path());
    for (Segment& segment : manifest.segments) {
      const Xapian::Database database(segment_path(path(), segment).string());
      for (auto at = database.postlist_begin("Q" + id); at != database.postlist_end("Q" + id);
           ++at) {
        segment.hidden.push_back(*at);
        --segment.articles;
      }
    }
    write_manifest(path(), manifest);
  }

 private:
  void add_segment(Manifest& manifest, const std::vector<Article>& articles) {
    Segment segment;
    segment.name = "s" + std::to_string(manifest.segments.size());
    Xapian::WritableDatabase database(segment_path(folder_.path(), segment).string(),
                                      Xapian::DB_CREATE_OR_OVERWRITE);
    DocumentBuilder builder;
    for (const Article& article : articles) {
      database.add_document(builder.build(article));
      ++segment.articles;
      ++manifest.languages[article.language];
      if (!article.published) {
        ++segment.undated;
        continue;
      }
      const DayRange days = days_covered(*article.published);
      if (!segment.days) segment.days = days;
      segment.days = DayRange{std::min(segment.days->first, days.first),
                              std::max(segment.days->last, days.last)};
    }
    database.commit();
    manifest.segments.push_back(segment);
  }

  TemporaryFolder folder_;
};

// A request for this query; today is 2024-06-01.
inline Request make_request(const std::string& query, Match match = Match::all) {
  using namespace std::chrono;
  Request request;
  request.query_text = query;
  request.today = year{2024} / June / 1;
  request.match = match;
  request.query = parse_query(query, {match, request.today});
  return request;
}

}  // namespace newsindex
