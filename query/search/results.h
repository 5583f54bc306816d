// SPDX-License-Identifier: GPL-3.0-or-later
// The results of searches, as values: query/answer/ turns them into what is printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// The archive that answered, and its state.
struct ArchiveState {
  std::string uuid;
  std::uint64_t revision = 0;
  int schema_version = 0;
  std::vector<std::string> left_out{};  // damaged segments, which the answer does not include
  bool out_of_time = false;  // the deadline passed; the answer has what was found until then
};

// The parts of a hit's score; they add up to it.
struct Explanation {
  double text = 0;
  double topic = 0;
  double entity = 0;
  double recency = 0;
  double closeness = 0;  // words of the query stand close to each other
  double lead = 0;       // words of the query come early
  double feedback = 0;   // words that the best hits have in common
  friend bool operator==(const Explanation&, const Explanation&) = default;
};

// A text, or a part of one, with the matched words marked.
struct Snippet {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      matches;              // bytes [start, end) of text, in order
  bool cut_before = false;  // its first sentence begins before the part
  bool cut_after = false;   // the text goes on after the part
};

struct Hit {
  double score = 0;
  Article article;  // as stored
  Snippet title;    // the whole title with the matched words marked
  Snippet snippet;
  std::optional<Explanation> explanation;
  std::uint64_t sequence = 0;         // ingest sequence
  std::uint64_t copies = 0;           // other matching copies of its story, if these are collapsed
  std::vector<std::string> shared{};  // similar with --explain: traits in common, as clauses
};

// How much of its hits a search reads.
enum class HitDetail {
  id,       // only the id
  article,  // the article, as stored
  text,     // also the title and a snippet with the matched words marked
};

struct SearchAnswer {
  ArchiveState archive;
  std::string query;
  std::uint64_t total = 0;  // articles that match, or stories when collapsed; exact
  bool collapsed = false;   // one hit for each story
  std::uint64_t offset = 0;
  std::vector<Hit> hits;
  std::string tree;  // the query as parsed, when explained
  std::string plan;  // the plan that is run, when explained
  HitDetail detail = HitDetail::text;
  bool tells_what_is_shared = false;  // each hit has `shared`
};

// What has entered an archive since the last run of a watch.
struct NewsAnswer {
  std::string watch;        // name of the watch
  std::uint64_t since = 0;  // the ingest sequence up to which all was reported; 0: nothing was
  std::string since_time;   // the time of that report; "" if there was none
  SearchAnswer found;
  bool among_others = false;  // the answer is one of several watches
};

struct CountAnswer {
  ArchiveState archive;
  std::string query;
  std::uint64_t total = 0;  // exact
};

struct FacetValue {
  std::string name;  // as shown
  std::string id;    // of a topic of the tree, or of a label that is named like one; else empty
  std::uint64_t articles = 0;
};

struct Facet {
  std::string field;
  bool exact = true;               // all counts are exact numbers of matching articles
  std::uint64_t different = 0;     // number of all values; the first are listed
  std::uint64_t without = 0;       // matching articles without a value
  std::vector<FacetValue> values;  // most articles first, then by name
  // For a field with one value per article: the number of articles with unlisted values.
  std::optional<std::uint64_t> others{};
};

struct FacetAnswer {
  ArchiveState archive;
  std::string query;
  std::uint64_t total = 0;
  std::vector<Facet> facets;
  bool of_stories = false;  // counts are of stories, not of articles
};

// Matches by the values of two fields. Rows and columns are the values listed in their facets, then
// the articles that only have other values, then the articles without a value.
struct CrossAnswer {
  ArchiveState archive;
  std::string query;
  std::uint64_t total = 0;
  Facet rows;
  Facet columns;
  std::vector<std::vector<std::uint64_t>> counts;
  std::vector<std::uint64_t> row_totals;
  std::vector<std::uint64_t> column_totals;
  bool of_stories = false;
};

// Some of a timeline's articles, or the articles of another query, bar by bar.
struct TimelineSeries {
  enum class Kind { query, value, others, none };  // of a facet: one value, other values, no value
  Kind kind = Kind::value;
  std::string name;            // the query or the value
  std::string id;              // as in FacetValue
  std::uint64_t articles = 0;  // in all bars
};

struct SeriesCount {
  std::uint64_t articles = 0;
  std::uint64_t base = 0;  // all articles in scope, if shares or bursts are asked for
};

struct TimelineBar {
  std::string when;  // "2023", "2023-Q2", "2023-04", "2023-W14", "2023-04-02"
  std::uint64_t articles = 0;
  std::uint64_t base = 0;             // as in SeriesCount
  std::vector<SeriesCount> series{};  // one for each series
  bool in_burst = false;
};

struct TimelineBurst {
  std::string from;  // the first and last bar, both included
  std::string to;
  std::uint64_t articles = 0;
  double weight = 0;  // as in BurstRange
};

// How bursts are found (see query/search/bursts.h).
struct BurstMethod {
  std::string_view name = "Kleinberg 2002";
  double scale = 2;
  double cost = 1;
};

struct TimelineAnswer {
  ArchiveState archive;
  std::string query;
  std::uint64_t total = 0;
  std::uint64_t without = 0;      // matching articles whose date is missing or not precise enough
  std::vector<TimelineBar> bars;  // from the first to the last with articles, including empty ones
  bool of_stories = false;
  std::string name{};  // how the query is named beside others
  std::vector<TimelineSeries> series{};
  std::string split{};  // the field whose values the series are, or ""
  bool has_shares = false;
  std::optional<BurstMethod> burst_method{};  // set if bursts were looked for
  std::vector<TimelineBurst> bursts{};
};

// An entity as an archive knows it.
struct KnownEntity {
  EntityType type = EntityType::person;
  std::string name;                  // as shown
  std::string id;                    // of an authority file, or empty
  std::string country;               // of a place, or empty
  std::vector<std::string> aliases;  // its other names in any article
  std::uint64_t articles = 0;
  std::string first;  // days of the earliest and latest dated article about it; may be empty
  std::string last;
};

struct EntitiesAnswer {
  ArchiveState archive;
  std::string query;        // what the names begin with
  std::uint64_t total = 0;  // names
  std::uint64_t offset = 0;
  std::vector<KnownEntity> entities;
};

// A topic of the tree, as an archive has it.
struct KnownTopic {
  std::string id;  // "medtop:20000065"
  std::string name;
  std::vector<std::string> above;  // names of the topics above it, from the top down
  std::uint64_t articles = 0;      // of the topic and all topics below it
  std::vector<std::string> names;  // other names in use
};

struct TopicsAnswer {
  ArchiveState archive;
  std::string query;  // what was looked for in the names
  std::uint64_t total = 0;
  std::vector<KnownTopic> topics;  // each before the topics below it
};

struct RelatedEntity {
  EntityType type = EntityType::person;
  std::string name;
  std::uint64_t together = 0;  // articles that have both
  std::uint64_t articles = 0;  // that have this entity
  double score = 0;            // log-likelihood ratio
  std::string first;           // days of the earliest and latest dated article that has both
  std::string last;
};

struct RelatedAnswer {
  ArchiveState archive;
  std::string query;               // the requested name
  std::vector<std::string> names;  // the canonical names that it stands for, most frequent first
  std::uint64_t total = 0;         // articles about it
  std::vector<RelatedEntity> related;
};

struct ShownArticle {
  Article article;
  std::uint64_t sequence = 0;  // its ingest sequence
  std::uint64_t copies = 0;    // other copies of its story in the archive
};

struct ShowAnswer {
  ArchiveState archive;
  std::vector<ShownArticle> articles{};  // in the order asked for
  std::vector<std::string> missing{};    // ids that are not in the archive
};

}  // namespace newsindex
