// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/snippet.h"

#include <algorithm>
#include <optional>
#include <span>

namespace newsindex {
namespace {

constexpr std::size_t kPhraseWorth = 2;  // a phrase counts as this many more words
constexpr std::size_t kMostSteps = 40;   // bytes to look back for the beginning of a sentence

// Languages whose stemmers take off prefixes, too.
bool takes_prefixes_off(std::string_view language) {
  return language == "ar" || language == "ga" || language == "id";
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The last place at or before `at` where a word can begin; `at` itself where there are no spaces.
std::size_t word_start(std::string_view text, std::size_t at) {
  std::size_t start = at;
  while (start > 0 && at - start < kMostSteps && !is_space(text[start - 1])) --start;
  if (start > 0 && !is_space(text[start - 1])) start = at;
  while (start > 0 && start < text.size() && continues_character(text[start])) --start;
  return start;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kMostSteps && !is_space(text[end])) ++end;
  if (end < text.size() && !is_space(text[end])) end = at;
  while (end < text.size() && continues_character(text[end])) ++end;
  return end;
}

// Bytes that hold about this many characters: scripts of three bytes a character get more.
std::size_t bytes_for(std::string_view text, std::size_t characters) {
  const std::string_view sample = text.substr(0, 4 * characters);
  const auto count = static_cast<std::size_t>(
      std::count_if(sample.begin(), sample.end(), [](char c) { return !continues_character(c); }));
  return count == 0 ? characters : characters * sample.size() / count;
}

// The beginning of the sentence or paragraph that holds `at`, when it is not too far.
std::size_t sentence_start(std::string_view text, std::size_t at, std::size_t most_back) {
  const std::size_t least = at > most_back ? at - most_back : 0;
  for (std::size_t start = at; start > least; --start) {
    const char before = text[start - 1];
    if (before == '\n') return start;
    const bool ends_sentence =
        start >= 2 && before == ' ' &&
        (text[start - 2] == '.' || text[start - 2] == '!' || text[start - 2] == '?');
    if (ends_sentence) return start;
  }
  return least == 0 ? 0 : word_start(text, at > most_back / 2 ? at - most_back / 2 : 0);
}

}  // namespace

Highlighter::Highlighter(const Node& query) { collect(query); }

void Highlighter::collect(const Node& node) {
  switch (node.kind) {
    case Node::Kind::word:
    case Node::Kind::phrase:
      if (node.field == "text" || node.field == "title") add_target(node, false);
      break;
    case Node::Kind::prefix:
      if (node.field == "text" || node.field == "title") add_target(node, true);
      break;
    case Node::Kind::label:
      if (node.field != "topic") add_target(node, false);
      break;
    case Node::Kind::without: collect(node.children.front()); break;
    default:
      for (const Node& child : node.children) collect(child);
  }
}

void Highlighter::add_target(const Node& node, bool is_prefix) {
  Target target{{}, node.exact || node.kind == Node::Kind::label, is_prefix};
  std::string joined;
  for (const Token& token : analyzer_.analyze(node.text)) {
    if (token.joined)
      joined = token.term;
    else
      target.words.emplace_back(token.term);
  }
  if (target.words.empty()) return;
  if (!joined.empty()) targets_.push_back({{joined}, target.exact, false});
  targets_.push_back(std::move(target));
}

Stemmer& Highlighter::stemmer(std::string_view language) {
  const auto found = stemmers_.find(language);
  if (found != stemmers_.end()) return found->second;
  return stemmers_.emplace(std::string(language), Stemmer(language)).first->second;
}

// The tokens of one text beside what is looked for in it.
class Highlighter::Finder {
 public:
  Finder(std::span<const Token> tokens, const std::vector<Target>& targets, Stemmer& stemmer,
         bool first_letter_stays)
      : tokens_(tokens),
        targets_(targets),
        stemmer_(stemmer),
        first_letter_stays_(first_letter_stays) {
    for (const Target& target : targets) wanted_.push_back(stemmed(target));
  }

  std::vector<Match> find() {
    std::vector<Match> matches;
    for (std::size_t token = 0; token < tokens_.size(); ++token) {
      for (std::size_t target = 0; target < targets_.size(); ++target) {
        if (const auto last = last_token(target, token))
          matches.push_back({tokens_[token].start, tokens_[*last].end, target});
      }
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.start < b.start; });
    return matches;
  }

 private:
  std::vector<std::string> stemmed(const Target& target) {
    if (target.exact || target.is_prefix) return target.words;
    std::vector<std::string> stems;
    for (const std::string& word : target.words) stems.push_back(stemmer_.stem(word));
    return stems;
  }

  bool fits(std::size_t target, std::size_t token, std::size_t word) {
    const std::string_view term = tokens_[token].term;
    const std::string& want = wanted_[target][word];
    if (targets_[target].is_prefix) return term.starts_with(want);
    if (targets_[target].exact) return term == want;
    if (first_letter_stays_ && term.substr(0, 1) != std::string_view(want).substr(0, 1))
      return false;
    return stemmer_.stem(term) == want;
  }

  // The token of the last word of a target whose first word is at `token`, if all its words follow.
  std::optional<std::size_t> last_token(std::size_t target, std::size_t token) {
    const std::size_t words = wanted_[target].size();
    std::size_t at = token;
    for (std::size_t word = 0; word < words; ++word, ++at) {
      while (words > 1 && at < tokens_.size() && tokens_[at].joined) ++at;
      if (at >= tokens_.size() || !fits(target, at, word)) return std::nullopt;
    }
    return at - 1;
  }

  std::span<const Token> tokens_;
  const std::vector<Target>& targets_;
  Stemmer& stemmer_;
  bool first_letter_stays_;  // stemming takes nothing off the beginning: most words need none
  std::vector<std::vector<std::string>> wanted_;  // for each target its words, stemmed unless exact
};

std::vector<Highlighter::Match> Highlighter::find(std::string_view text,
                                                  std::string_view language) {
  Stemmer& stems = stemmer(has_stemmer(language) ? language : std::string_view());
  return Finder(analyzer_.analyze(text), targets_, stems, !takes_prefixes_off(language)).find();
}

namespace {

// Copies bytes [start, end) of the text with the matches in it; runs of white space become one
// space.
template <class Matches>
Snippet cut_out(std::string_view text, std::size_t start, std::size_t end, const Matches& matches) {
  Snippet snippet;
  while (start < end && is_space(text[start])) ++start;
  while (end > start && is_space(text[end - 1])) --end;
  snippet.cut_before = start > 0;
  snippet.cut_after = end < text.size();
  auto next = matches.begin();
  std::size_t marked_to = start;
  const auto place = [&snippet] { return static_cast<std::uint32_t>(snippet.text.size()); };
  const auto copy_to = [&](std::size_t to) {
    for (; marked_to < to; ++marked_to) {
      const char c = text[marked_to];
      if (!is_space(c))
        snippet.text += c;
      else if (!snippet.text.empty() && snippet.text.back() != ' ')
        snippet.text += ' ';
    }
  };
  for (; next != matches.end(); ++next) {
    if (next->start < marked_to || next->start < start || next->end > end) continue;
    copy_to(next->start);
    const std::uint32_t from = place();
    copy_to(next->end);
    snippet.matches.emplace_back(from, place());
  }
  copy_to(end);
  return snippet;
}

}  // namespace

Snippet Highlighter::mark(std::string_view text, std::string_view language) {
  return cut_out(text, 0, text.size(), find(text, language));
}

// The window of a text that shows most different targets, the first of equals.
Highlighter::Window Highlighter::best_window(const std::vector<Match>& matches,
                                             std::size_t bytes) const {
  Window best;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    std::set<std::size_t> seen;
    Window window{matches[first].start, 0};
    const std::size_t end = matches[first].start + bytes / 4 * 3;
    for (std::size_t i = first; i < matches.size() && matches[i].end <= end; ++i)
      if (seen.insert(matches[i].target).second) window.worth += worth(matches[i].target);
    if (window.worth > best.worth) best = window;
  }
  return best;
}

std::size_t Highlighter::worth(std::size_t target) const {
  return targets_[target].words.size() > 1 ? 1 + kPhraseWorth : 1;
}

Snippet Highlighter::snippet(std::string_view text, std::string_view language, std::size_t length) {
  const std::size_t bytes = bytes_for(text, length);
  if (text.size() <= bytes) return cut_out(text, 0, text.size(), find(text, language));
  std::size_t most = 0;
  for (std::size_t target = 0; target < targets_.size(); ++target) most += worth(target);
  // News says what matters first: the beginning is often as good as the whole can be.
  const std::size_t beginning = word_end(text, std::min(text.size(), 4 * bytes));
  std::vector<Match> matches = find(text.substr(0, beginning), language);
  Window best = best_window(matches, bytes);
  const bool is_enough = best.worth == most && best.start + 2 * bytes <= beginning;
  if (!is_enough && beginning < text.size()) {
    matches = find(text, language);
    best = best_window(matches, bytes);
  }
  const std::size_t start = sentence_start(text, best.start, bytes / 4);
  const std::size_t end =
      start + bytes >= text.size() ? text.size() : word_end(text, start + bytes);
  return cut_out(text, start, end, matches);
}

}  // namespace newsindex
