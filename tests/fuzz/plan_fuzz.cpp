// SPDX-License-Identifier: GPL-3.0-or-later
// Any query that parses gets an answer from an archive, or a QueryError with a place in the query.
// Searching and counting give the same total, and the printed plan is not empty.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "query/advice/notes.h"
#include "query/search/search.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

Article sample(const std::string& id, const std::string& title, const std::string& language) {
  Article article = make_article(id, "2023-04-02", title, "Oil spill: the U.N. and Köln say so.");
  article.language = language;
  article.source = "Daily Planet";
  article.url = "https://example.org/" + id;
  article.story = "00000000000000a1";
  article.entities = {{EntityType::person, "Qin Gang", {}, 80, Origin::model, {}},
                      {EntityType::place, "Beijing", {}, 40, Origin::model, {}}};
  article.topics = {{"medtop:11000000", "politics and government", 90, Origin::model}};
  return article;
}

Archive& archive() {
  static const TestArchive folder({{sample("a1", "Talks in Beijing", "en"), sample("a2", "", "de")},
                                   {sample("b", "Öl", "fr")}});
  static Archive opened(folder.path());
  return opened;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void ask(const std::string& query, Match match) {
  try {
    SearchRequest request = make_request(query, match);
    request.typed = query;
    request.explain = true;
    const SearchAnswer answer = search(archive(), request);
    require(answer.total == answer.hits.size() && count(archive(), request).total == answer.total);
    require(!answer.plan.empty());
    notes_on(archive(), request, answer.total);
  } catch (const QueryError& error) {
    require(error.span().start <= error.span().end && error.span().end <= query.size());
  }
}

}  // namespace
}  // namespace newsindex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string query(reinterpret_cast<const char*>(bytes), size);
  newsindex::ask(query, newsindex::Match::all);
  newsindex::ask(query, newsindex::Match::any);
  return 0;
}
