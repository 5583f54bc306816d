// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/advice/topic_notes.h"

#include <algorithm>
#include <string>
#include <vector>

#include "query/advice/written.h"
#include "schema/fields.h"
#include "schema/media_topics.h"
#include "schema/query_language/proposal.h"
#include "schema/terms.h"
#include "schema/text/analyzer.h"

namespace newsindex {
namespace {

constexpr std::size_t kLeastStem = 5;      // letters that two forms of a word must share
constexpr std::size_t kLongestEnding = 3;  // letters after them: econom-ics, econom-y

std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool is_form_of(const std::string& word, const std::string& other) {
  if (word == other) return true;
  const auto differ = std::mismatch(word.begin(), word.end(), other.begin(), other.end());
  const auto shared = static_cast<std::size_t>(differ.first - word.begin());
  return shared >= kLeastStem && word.size() <= shared + kLongestEnding &&
         other.size() <= shared + kLongestEnding;
}

// True if every word has a form in the name.
bool is_about(const std::vector<std::string>& words, const std::vector<std::string>& name) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [&name](const auto& word) {
    return std::any_of(name.begin(), name.end(),
                       [&word](const auto& other) { return is_form_of(word, other); });
  });
}

std::uint64_t articles_about(const Collection& archive, std::string_view key) {
  std::uint64_t sum = 0;
  archive.for_each_term(level_term_prefix(field("topic"), key),
                        [&sum](std::string_view, std::uint64_t articles) {
                          sum += articles;
                          return true;
                        });
  return sum;
}

std::uint64_t articles_about(const Collection& archive, const MediaTopic& topic) {
  return articles_about(archive, topic_key(media_topic_id(topic.id)));
}

struct Counted {
  const MediaTopic* topic = nullptr;
  std::uint64_t articles = 0;
};

Counted largest_about(const Collection& archive, const std::vector<std::string>& words,
                      const MediaTopic* but, Analyzer& analyzer) {
  Counted largest;
  for (const MediaTopic& topic : media_topics()) {
    if (topic.retired || &topic == but) continue;
    if (!is_about(words, words_of(folded_words(analyzer, topic.name)))) continue;
    const std::uint64_t articles = articles_about(archive, topic);
    if (articles > largest.articles) largest = {&topic, articles};
  }
  return largest;
}

}  // namespace

std::optional<QueryNote> note_on_topic(const Collection& whole_archive, const Node& clause) {
  if (clause.exact || media_topic_by_id(clause.text) != nullptr) return std::nullopt;
  Analyzer analyzer;
  const std::string label = folded_words(analyzer, clause.text);
  const MediaTopic* chosen = media_topic_by_common_name(clause.text);
  if (chosen == nullptr) chosen = media_topic_by_name(clause.text);
  const std::uint64_t labelled = articles_about(whole_archive, label);
  if (chosen == nullptr && labelled == 0) return std::nullopt;
  const std::uint64_t articles =
      labelled + (chosen == nullptr ? 0 : articles_about(whole_archive, *chosen));
  const Counted broad = largest_about(whole_archive, words_of(label), chosen, analyzer);
  if (broad.topic == nullptr || broad.articles <= articles) return std::nullopt;
  QueryNote note;
  const std::string id = chosen == nullptr ? "label" : media_topic_id(chosen->id);
  const std::string name(broad.topic->name);
  note.sentence = "topic:" + clause.text + " is the topic '" +
                  (chosen == nullptr ? clause.text : std::string(chosen->name)) + "' (" + id +
                  ") with " + articles_text(articles) + " in the archive; '" + name + "' has " +
                  articles_text(broad.articles);
  note.span = clause.span;
  note.suggestion = if_it_parses(clause_text("topic", name));
  return note;
}

}  // namespace newsindex
