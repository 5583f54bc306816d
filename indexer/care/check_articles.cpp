// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/check_articles.h"

#include <algorithm>
#include <map>

#include "indexer/write/staging.h"
#include "indexer/write/stored_articles.h"
#include "schema/digest.h"
#include "schema/document.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

constexpr Docid kPartArticles = 500;

// The term of each word code, by code.
std::vector<std::string> words_by_code(const Terms& terms) {
  std::vector<std::string> words(std::max<std::size_t>(terms.codes(), kFirstWord));
  for (TermCursor cursor = terms.begin(); cursor.next();)
    if (cursor.entry().code != 0) words[cursor.entry().code] = cursor.term();
  return words;
}

// How many articles have a term, and how often it occurs in total.
struct Frequencies {
  std::uint64_t articles = 0;
  std::uint64_t occurrences = 0;
  friend bool operator==(const Frequencies&, const Frequencies&) = default;
};

// What was newly made from some articles, and their position in the segment.
struct Part {
  Docid first;  // docid in the segment of the part's docid 1
  Columns columns;
  Terms terms;
  Copies copies;
};

class ArticleCheck {
 public:
  ArticleCheck(const OpenSegment& open, StopRequest* stop)
      : open_(open), stop_(stop), words_(words_by_code(open.terms())) {}

  std::vector<std::string> carry_out();

 private:
  void check_part(Docid first, Docid end, const std::filesystem::path& folder);
  void build(Docid docid);
  void compare_columns(const Part& part);
  void compare_facets(const Part& part, const Field& field);
  void compare_words(const Part& part);
  void compare_terms(const Part& part);
  void compare_sketches(const Part& part);
  void compare_totals();
  bool is_full() const { return problems_.size() >= kMostDifferences; }

  void differs(Docid docid, const std::string& what) {
    add("segment '" + open_.segment().name + "' article " + std::to_string(docid) + " " + what);
  }
  void add(std::string problem) {
    if (!is_full()) problems_.push_back(std::move(problem));
  }

  const OpenSegment& open_;
  StopRequest* stop_;
  std::vector<std::string> words_;
  DocumentBuilder builder_;
  std::map<std::string, std::uint64_t, std::less<>> term_articles_;
  std::map<std::string, Frequencies, std::less<>> in_database_;
  std::vector<std::string> problems_;
};

void ArticleCheck::build(Docid docid) {
  const Xapian::Document stored = open_.database().get_document(docid);
  const Article article = checked_article(stored.get_data(), open_.columns().digests()[docid - 1]);
  const Xapian::Document made = builder_.build(article, open_.columns().sequences()[docid - 1]);
  for (auto value = made.values_begin(); value != made.values_end(); ++value)
    if (stored.get_value(value.get_valueno()) != *value)
      differs(docid, "has another value " + std::to_string(value.get_valueno()));
  for (auto term = made.termlist_begin(); term != made.termlist_end(); ++term) {
    Frequencies& sums = in_database_[*term];
    ++sums.articles;
    sums.occurrences += term.get_wdf();
  }
}

void ArticleCheck::compare_columns(const Part& part) {
  const ColumnData now = part.columns.data();
  const ColumnData then = open_.columns().data();
  for (std::size_t i = 0; i < now.ids.size(); ++i) {
    const std::size_t row = part.first - 1 + i;
    if (now.order[i] != then.order[row] || now.days[i] != then.days[row] ||
        now.lengths[i] != then.lengths[row] || now.stories[i] != then.stories[row] ||
        now.digests[i] != then.digests[row] || now.ids[i] != then.ids[row])
      differs(part.first + static_cast<Docid>(i), "has other columns than are made of it");
  }
  for (const Field& field : kFields)
    if (field.facet) compare_facets(part, field);
}

void ArticleCheck::compare_facets(const Part& part, const Field& field) {
  const FacetData now = part.columns.facet(field);
  const FacetData then = open_.columns().facet(field);
  for (Docid docid = 1; docid <= part.columns.articles(); ++docid) {
    const auto made = now.of(docid);
    const auto known = then.of(part.first - 1 + docid);
    const bool are_equal =
        std::equal(made.begin(), made.end(), known.begin(), known.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return now.value(a) == then.value(b) && now.keys[a] == then.keys[b];
                   });
    if (!are_equal) differs(part.first - 1 + docid, "has another " + std::string(field.name));
  }
}

void ArticleCheck::compare_words(const Part& part) {
  const std::vector<std::string> words = words_by_code(part.terms);
  std::vector<WordCode> now;
  std::vector<WordCode> then;
  for (Docid docid = 1; docid <= part.terms.articles(); ++docid) {
    part.terms.read_words(docid, now);
    open_.terms().read_words(part.first - 1 + docid, then);
    const bool are_equal =
        std::equal(now.begin(), now.end(), then.begin(), then.end(), [&](WordCode a, WordCode b) {
          const bool is_word = a >= kFirstWord && b >= kFirstWord;
          return is_word ? b < words_.size() && words[a] == words_[b] : a == b;
        });
    if (!are_equal) differs(part.first - 1 + docid, "has other words than its text");
  }
}

void ArticleCheck::compare_terms(const Part& part) {
  Postings now;
  Postings then;
  for (TermCursor cursor = part.terms.begin(); cursor.next();) {
    check(stop_);
    term_articles_[cursor.term()] += cursor.entry().articles;
    part.terms.read(cursor.entry(), now);
    for (Docid& docid : now.docids) docid += part.first - 1;
    const auto entry = open_.terms().find(cursor.term());
    then.clear();
    if (entry) open_.terms().read_among(*entry, now.docids, then);
    if (now.docids != then.docids || now.frequencies != then.frequencies)
      add("segment '" + open_.segment().name + "' has other articles of the term '" +
          cursor.term() + "' than have it");
  }
}

void ArticleCheck::compare_sketches(const Part& part) {
  for (Docid docid = 1; docid <= part.copies.articles(); ++docid)
    if (part.copies.sketch(docid) != open_.copies().sketch(part.first - 1 + docid))
      differs(part.first - 1 + docid, "has another sketch than its text");
}

void ArticleCheck::check_part(Docid first, Docid end, const std::filesystem::path& folder) {
  builder_.begin_part();
  for (Docid docid = first; docid < end; ++docid) {
    check(stop_);
    build(docid);
  }
  std::filesystem::create_directories(folder);
  builder_.write_part(folder);
  const std::uint64_t articles = end - first;
  const Part part{first, Columns(folder, articles), Terms(folder, articles),
                  Copies(folder, articles)};
  compare_columns(part);
  compare_words(part);
  compare_terms(part);
  compare_sketches(part);
  std::filesystem::remove_all(folder);
}

// Checks that the segment has nothing beyond what its articles give.
void ArticleCheck::compare_totals() {
  const std::string name = "segment '" + open_.segment().name + "'";
  for (TermCursor cursor = open_.terms().begin(); cursor.next();) {
    const auto found = term_articles_.find(cursor.term());
    if (found == term_articles_.end() || found->second != cursor.entry().articles)
      add(name + " has more articles of the term '" + cursor.term() + "' than have it");
  }
  const Xapian::Database& database = open_.database();
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    check(stop_);
    const auto found = in_database_.find(*term);
    const Frequencies there{term.get_termfreq(), database.get_collection_freq(*term)};
    if (found == in_database_.end() || found->second != there)
      add(name + " has other articles of the term '" + *term + "' in its database than have it");
    else
      in_database_.erase(found);
  }
  for (const auto& [term, frequencies] : in_database_)
    add(name + " lacks the term '" + term + "' in its database");
}

std::vector<std::string> ArticleCheck::carry_out() {
  const StagingFolder folder(std::filesystem::temp_directory_path(), StagingParent::shared, stop_);
  const auto end = static_cast<Docid>(open_.segment().documents + 1);
  for (Docid first = 1; first < end && !is_full(); first += kPartArticles)
    check_part(first, std::min(end, first + kPartArticles), folder.path() / "part");
  if (problems_.empty()) compare_totals();
  return std::move(problems_);
}

}  // namespace

std::vector<std::string> check_articles(const OpenSegment& open, StopRequest* stop) {
  return ArticleCheck(open, stop).carry_out();
}

}  // namespace newsindex
