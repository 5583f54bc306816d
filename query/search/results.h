// SPDX-License-Identifier: GPL-3.0-or-later
// What a search finds, as values: query/answer/ turns them into what is printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// Which archive, in which state, answered.
struct ArchiveState {
  std::string uuid;
  std::uint64_t revision = 0;
  int schema_version = 0;
  std::vector<std::string> left_out{};  // damaged segments, of which the answer has nothing
  bool out_of_time = false;             // the answer has what was found until then
};

// The parts of a hit's score; they add up to it.
struct Explanation {
  double text = 0;
  double topic = 0;
  double entity = 0;
  double recency = 0;
  double closeness = 0;  // of words of the query that stand close to each other
  double lead = 0;       // of words of the query that come early
  double feedback = 0;   // of words that the best hits have in common
  friend bool operator==(const Explanation&, const Explanation&) = default;
};

// A text, or a part of one, with the matched words marked.
struct Snippet {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      matches;              // bytes [start, end) of text, in order
  bool cut_before = false;  // its first sentence begins before it
  bool cut_after = false;   // the text goes on after it
};

struct Hit {
  double score = 0;
  Article article;  // as stored
  Snippet title;    // the whole title with the matched words marked
  Snippet snippet;
  std::optional<Explanation> explanation;
  std::uint64_t sequence = 0;  // ingest sequence
  std::uint64_t copies = 0;    // other copies of its story that match, where they are collapsed
  std::vector<std::string> shared{};  // similar, explained: what it has in common, as clauses
};

// How much of its hits a search looks up.
enum class HitDetail {
  id,       // the id alone
  article,  // the article, as stored
  text,     // a snippet and the title with the matched words marked, too
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
  bool tells_what_is_shared = false;  // by its hits
};

// What entered an archive since a watch was run last.
struct NewsAnswer {
  std::string watch;        // its name
  std::uint64_t since = 0;  // the ingest sequence up to which all was told; 0: nothing was
  std::string since_time;   // when; "" for never
  SearchAnswer found;
  bool among_others = false;  // of other watches, in one answer
};

struct CountAnswer {
  ArchiveState archive;
  std::string query;
  std::uint64_t total = 0;  // exact
};

struct FacetValue {
  std::string name;  // as shown
  std::string id;    // of a topic of the tree, or of a label that has the name of one; else empty
  std::uint64_t articles = 0;
};

struct Facet {
  std::string field;
  bool exact = true;               // every count is the number of matching articles
  std::uint64_t different = 0;     // values in all, of which the first are listed
  std::uint64_t without = 0;       // matching articles with no value
  std::vector<FacetValue> values;  // most articles first, then by name
  // Of a field with one value an article: the articles of the values that are not listed.
  std::optional<std::uint64_t> others{};
};

struct FacetAnswer {
  ArchiveState archive;
  std::string query;
  std::uint64_t total = 0;
  std::vector<Facet> facets;
  bool of_stories = false;  // counts are of stories, not of articles
};

// Matches by the values of two fields. Rows and columns stand for the values of their facets, then
// for the articles with none of these but another, and those without a value.
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

// Some of a timeline's articles, or those of another query, bar by bar.
struct TimelineSeries {
  enum class Kind { query, value, others, none };  // of a facet: one value, other values, no value
  Kind kind = Kind::value;
  std::string name;            // the query or the value
  std::string id;              // as of FacetValue
  std::uint64_t articles = 0;  // in all bars
};

struct SeriesCount {
  std::uint64_t articles = 0;
  std::uint64_t base = 0;  // of all articles in scope, where shares or bursts are asked for
};

struct TimelineBar {
  std::string when;  // "2023", "2023-Q2", "2023-04", "2023-W14", "2023-04-02"
  std::uint64_t articles = 0;
  std::uint64_t base = 0;             // as of SeriesCount
  std::vector<SeriesCount> series{};  // one for each
  bool in_burst = false;
};

struct TimelineBurst {
  std::string from;  // bars, both included
  std::string to;
  std::uint64_t articles = 0;
  double weight = 0;  // as of BurstRange
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
  std::uint64_t without = 0;      // matching articles whose date is unknown or less precise
  std::vector<TimelineBar> bars;  // from the first to the last with articles, empty ones too
  bool of_stories = false;
  std::string name{};  // of the query beside others
  std::vector<TimelineSeries> series{};
  std::string split{};  // the field whose values the series are, or ""
  bool has_shares = false;
  std::optional<BurstMethod> burst_method{};  // where bursts were looked for
  std::vector<TimelineBurst> bursts{};
};

// An entity as an archive knows it.
struct KnownEntity {
  EntityType type = EntityType::person;
  std::string name;                  // as shown
  std::string id;                    // of an authority file, or empty
  std::string country;               // of a place, or empty
  std::vector<std::string> aliases;  // other names, in any article
  std::uint64_t articles = 0;
  std::string first;  // when the first and last dated article about it was published; may be empty
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
  std::vector<std::string> above;  // names of the topics above it, the top first
  std::uint64_t articles = 0;      // of it and of all topics below it
  std::vector<std::string> names;  // other names that people use
};

struct TopicsAnswer {
  ArchiveState archive;
  std::string query;  // what was looked for in the names
  std::uint64_t total = 0;
  std::vector<KnownTopic> topics;  // each before those below it
};

struct RelatedEntity {
  EntityType type = EntityType::person;
  std::string name;
  std::uint64_t together = 0;  // articles that have both
  std::uint64_t articles = 0;  // that have this one
  double score = 0;            // log-likelihood ratio
  std::string first;           // when the first and last dated article that has both was published
  std::string last;
};

struct RelatedAnswer {
  ArchiveState archive;
  std::string query;               // the name asked for
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
