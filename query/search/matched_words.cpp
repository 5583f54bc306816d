// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/matched_words.h"

#include <algorithm>
#include <optional>
#include <span>

#include "query/search/affixed_forms.h"
#include "schema/text/umlauts.h"

namespace newsindex {
namespace {

constexpr std::size_t kPhraseWorth = 3;  // a phrase counts as many words

// True for languages whose stemmers also take off prefixes.
bool takes_prefixes_off(std::string_view language) {
  return language == "ar" || language == "ga" || language == "id";
}

}  // namespace

WordFinder::WordFinder(const Node& query) { collect(query); }

void WordFinder::collect(const Node& node) {
  const bool is_text = node.field == "text" || node.field == "title";
  switch (node.kind) {
    case Node::Kind::word:
    case Node::Kind::phrase:
    case Node::Kind::prefix:
      if (is_text) add_clause(node);
      break;
    case Node::Kind::near:
      if (is_text) add_near(node);
      break;
    case Node::Kind::label:
      if (node.field != "topic") add_clause(node);
      break;
    case Node::Kind::without: collect(node.children.front()); break;
    default:
      for (const Node& child : node.children) collect(child);
  }
}

std::vector<std::string> WordFinder::words_of(const std::string& text, std::string* joined) {
  std::vector<std::string> words;
  for (const Token& token : analyzer_.analyze(text)) {
    if (!token.joined)
      words.emplace_back(token.term);
    else if (joined != nullptr)
      *joined = token.term;
  }
  return words;
}

void WordFinder::add_clause(const Node& node) {
  Target target;
  std::string joined;
  target.words = words_of(node.text, &joined);
  if (target.words.empty()) return;
  target.is_exact = node.exact || node.kind == Node::Kind::label;
  target.title_only = node.field == "title";
  target.clause = worths_.size();
  if (node.kind == Node::Kind::prefix) target.kind = Target::Kind::prefix;
  worths_.push_back(target.words.size() > 1 ? kPhraseWorth : 1);
  is_title_only_.push_back(target.title_only);
  if (!joined.empty() && node.kind != Node::Kind::prefix) {
    Target other = target;
    other.words = {joined};
    add_target(node, std::move(other));
  }
  if (node.kind == Node::Kind::word && !node.exact) add_spellings(node, target);
  add_target(node, std::move(target));
}

// Adds a target with the forms of its words, as the planner does.
void WordFinder::add_target(const Node& node, Target target) {
  const bool is_prefix = target.kind == Target::Kind::prefix;
  const bool is_near = target.kind == Target::Kind::near;
  const std::size_t count = target.words.size();
  for (std::size_t i = 0; i < count && !target.is_exact; ++i) {
    std::vector<std::string> words{target.words[i]};
    if (count == 1 && node.kind == Node::Kind::word)
      for (std::string& bare : words_without_glue(words.front())) words.push_back(std::move(bare));
    Forms& all = target.forms.emplace_back();
    const AffixSides sides{is_near || i == 0, !is_prefix && (is_near || i + 1 == count)};
    for (const std::string& word : words)
      for (std::string& form : affixed_forms(word, sides)) all.insert(std::move(form));
  }
  targets_.push_back(std::move(target));
}

// Köln also finds Koeln; in German articles Koeln also finds Köln.
void WordFinder::add_spellings(const Node& node, const Target& plain) {
  Target other = plain;
  if (const std::string spelt = umlauts_spelt_out(node.text); spelt != node.text) {
    other.words = words_of(spelt, nullptr);
    add_target(node, other);
  }
  if (plain.words.size() != 1) return;
  other.words = {spelt_out_umlauts_joined(plain.words.front())};
  other.german_only = true;
  if (!other.words.front().empty()) add_target(node, std::move(other));
}

void WordFinder::add_near(const Node& node) {
  Target target;
  target.kind = Target::Kind::near;
  target.title_only = node.field == "title";
  for (const Node& child : node.children)
    for (std::string& word : words_of(child.text, nullptr)) target.words.push_back(std::move(word));
  if (target.words.size() < 2) return;
  target.window = static_cast<unsigned>(target.words.size()) + node.distance - 1;
  target.clause = worths_.size();
  worths_.push_back(kPhraseWorth);
  is_title_only_.push_back(target.title_only);
  add_target(node, std::move(target));
}

Stemmer& WordFinder::stemmer(std::string_view language) {
  const auto found = stemmers_.find(language);
  if (found != stemmers_.end()) return found->second;
  return stemmers_.emplace(std::string(language), Stemmer(language)).first->second;
}

std::size_t WordFinder::worth_of_body() const {
  std::size_t sum = 0;
  for (std::size_t clause = 0; clause < worths_.size(); ++clause)
    if (!is_title_only_[clause]) sum += worths_[clause];
  return sum;
}

// The tokens of one text, in which targets are searched.
class WordFinder::Search {
 public:
  Search(std::string_view text, std::span<const Token> tokens, Stemmer& stemmer,
         std::string_view language)
      : text_(text),
        tokens_(tokens),
        stemmer_(stemmer),
        first_letter_stays_(!takes_prefixes_off(language)) {}

  void find(const Target& target, std::vector<MatchedWords>& matches) {
    wanted_ = target.words;
    forms_ = target.forms;
    if (!target.is_exact && target.kind != Target::Kind::prefix) {
      for (std::string& word : wanted_) word = stemmer_.stem(word);
      for (std::size_t word = 0; word < forms_.size(); ++word)
        for (const std::string& form : target.forms[word]) forms_[word].insert(stemmer_.stem(form));
    }
    if (target.kind == Target::Kind::near) return find_near(target, matches);
    for (std::size_t token = 0; token < tokens_.size(); ++token)
      if (const auto last = last_token(target, token))
        matches.push_back({tokens_[token].start, tokens_[*last].end, target.clause});
  }

 private:
  bool fits(const Target& target, std::size_t token, std::size_t word) {
    const std::string_view term = tokens_[token].term;
    const std::string& want = wanted_[word];
    if (target.is_exact) return term == want;
    const Forms& forms = forms_[word];
    if (target.kind == Target::Kind::prefix)
      return std::any_of(forms.begin(), forms.end(),
                         [term](const std::string& form) { return term.starts_with(form); });
    if (is_form(term, forms)) return true;
    if (first_letter_stays_ && term.substr(0, 1) != std::string_view(want).substr(0, 1))
      return false;
    return stemmer_.stem(term) == want;
  }

  // Forms end in a non-ASCII letter, most words do not: this check is cheap.
  bool is_form(std::string_view term, const Forms& forms) {
    const bool can_be = (static_cast<unsigned char>(term.back()) & 0x80) != 0;
    return can_be && forms.size() > 1 &&
           (forms.contains(term) || forms.contains(stemmer_.stem(term)));
  }

  bool ends_line(std::size_t from, std::size_t to) const {
    return to > from && text_.substr(from, to - from).find('\n') != std::string_view::npos;
  }

  // If all words of a target follow from `token` on, returns the token of the last word.
  std::optional<std::size_t> last_token(const Target& target, std::size_t token) {
    const std::size_t words = wanted_.size();
    std::size_t at = token;
    for (std::size_t word = 0; word < words; ++word, ++at) {
      while (words > 1 && at < tokens_.size() && tokens_[at].joined) ++at;
      if (at >= tokens_.size() || !fits(target, at, word)) return std::nullopt;
      if (word > 0 && ends_line(tokens_[at - 1].end, tokens_[at].start)) return std::nullopt;
    }
    return at - 1;
  }

  // A token that is a word of the query.
  struct Place {
    std::size_t token = 0;
    std::size_t word = 0;  // of equal words, the first
  };

  std::vector<Place> places(const Target& target) {
    std::vector<Place> found;
    for (std::size_t token = 0; token < tokens_.size(); ++token) {
      for (std::size_t word = 0; word < wanted_.size(); ++word) {
        if (!fits(target, token, word)) continue;
        found.push_back({token, word});
        break;
      }
    }
    return found;
  }

  // Returns the index after the last place that is needed to have all words, starting at `first`
  // and staying within the window.
  std::optional<std::size_t> end_of_window(const Target& target, const std::vector<Place>& found,
                                           std::size_t first) {
    std::vector<std::size_t> missing(wanted_.size());
    for (const std::string& word : wanted_)
      ++missing[static_cast<std::size_t>(std::find(wanted_.begin(), wanted_.end(), word) -
                                         wanted_.begin())];
    std::size_t left = wanted_.size();
    const std::uint32_t from = tokens_[found[first].token].position;
    for (std::size_t at = first; at < found.size(); ++at) {
      if (tokens_[found[at].token].position >= from + target.window) return std::nullopt;
      if (missing[found[at].word] == 0) continue;
      --missing[found[at].word];
      if (--left == 0) return at + 1;
    }
    return std::nullopt;
  }

  void find_near(const Target& target, std::vector<MatchedWords>& matches) {
    const std::vector<Place> found = places(target);
    std::size_t marked = 0;  // places before this one are marked
    for (std::size_t first = 0; first < found.size(); ++first) {
      const auto end = end_of_window(target, found, first);
      if (!end) continue;
      for (marked = std::max(marked, first); marked < *end; ++marked) {
        const Token& token = tokens_[found[marked].token];
        matches.push_back({token.start, token.end, target.clause});
      }
    }
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  Stemmer& stemmer_;
  bool first_letter_stays_;  // stemming keeps the first letter: words with another one are skipped
  std::vector<std::string> wanted_;  // the words of the target, stemmed unless it is exact
  std::vector<Forms> forms_;         // the forms of these words, and their stems
};

// The tokens of a text, and those for other spellings of names as the index has them. `spellings`
// owns their text.
std::vector<Token> WordFinder::tokens_of(std::string_view text, std::string_view language,
                                         std::deque<std::string>& spellings) {
  const std::span<const Token> found = analyzer_.analyze(text);
  if (language == "de" || !may_have_umlauts(text)) return {found.begin(), found.end()};
  std::vector<Token> tokens;
  for (const Token& token : found) {
    tokens.push_back(token);
    if (token.joined) continue;
    std::string spelt = spelt_out_name(text.substr(token.start, token.end - token.start));
    if (spelt.empty()) continue;
    Token& other = tokens.emplace_back(token);
    other.term = spellings.emplace_back(std::move(spelt));
    other.joined = true;
  }
  return tokens;
}

std::vector<MatchedWords> WordFinder::find(std::string_view text, std::string_view language,
                                           Text kind) {
  std::vector<MatchedWords> matches;
  if (targets_.empty()) return matches;
  Stemmer& stems = stemmer(has_stemmer(language) ? language : std::string_view());
  std::deque<std::string> spellings;
  const std::vector<Token> tokens = tokens_of(text, language, spellings);
  Search search(text, tokens, stems, language);
  for (const Target& target : targets_) {
    if (target.title_only && kind != Text::title) continue;
    if (target.german_only && language != "de") continue;
    search.find(target, matches);
  }
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) {
    return a.start != b.start ? a.start < b.start : a.end > b.end;
  });
  return matches;
}

}  // namespace newsindex
