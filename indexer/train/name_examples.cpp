// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/name_examples.h"

#include <algorithm>
#include <string>
#include <utility>

#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongest = 200;  // tokens; longer sentences are not learnt

// Tags for the tokens of a text. A name takes all tokens that it overlaps.
std::vector<Tag> tags_of(const CutText& cut, const std::vector<MarkedName>& names) {
  std::vector<Tag> tags(cut.tokens.size(), kOutside);
  std::size_t token = 0;
  for (const MarkedName& name : names) {
    while (token < tags.size() && cut.tokens[token].end <= name.start) ++token;
    const std::size_t begin = token;
    while (token < tags.size() && cut.tokens[token].start < name.end) ++token;
    if (begin == token) continue;
    for (std::size_t i = begin; i < token; ++i) tags[i] = tag_of(name.type, NamePart::inside);
    tags[begin] = tag_of(name.type, NamePart::begin);
    tags[token - 1] = tag_of(name.type, token - begin == 1 ? NamePart::unit : NamePart::last);
  }
  return tags;
}

// Closes a name that goes on after the sentence, and opens one that began before it.
void mend_tags(std::vector<Tag>& tags) {
  if (!tags.empty() && continues_after(tags.back())) {
    const bool first = !continues_before(tags.back());
    tags.back() = tag_of(type_of(tags.back()), first ? NamePart::unit : NamePart::last);
  }
  if (!tags.empty() && continues_before(tags.front())) {
    const bool last = !continues_after(tags.front());
    tags.front() = tag_of(type_of(tags.front()), last ? NamePart::unit : NamePart::begin);
  }
}

enum class Recasing { capitals, headline };

std::string recased(std::string_view word, Recasing how) {
  std::string text(word);
  const auto raise = [](char& c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  };
  if (how == Recasing::capitals) std::for_each(text.begin(), text.end(), raise);
  if (how == Recasing::headline && text.size() > 3) raise(text[0]);
  return text;
}

// Appends copies of the rows from `from` on, as rows of the habit.
void append_habit(Habit habit, std::size_t from, Rows& rows) {
  if (habit == Habit::none) return;
  const auto offset = static_cast<std::uint32_t>(static_cast<std::size_t>(habit) * kNameRows);
  for (std::size_t i = from, end = rows.size(); i < end; ++i) rows.push_back(offset + rows[i]);
}

// What a network reads of the letters and the place of a word.
std::uint8_t flags_of(const TokenContext& context, const WordForm& word) {
  const bool other_case = context.sentence_case != SentenceCase::normal;
  return static_cast<std::uint8_t>(word.capital | word.all_caps << 1 | word.lower_case << 2 |
                                   word.letters << 3 | context.first << 4 | other_case << 5);
}

}  // namespace

WordViews views_of(const std::vector<WordForm>& forms) {
  WordViews views;
  for (const WordForm& form : forms) views.push_back(&form);
  return views;
}

VectorNumbers::VectorNumbers(const std::vector<std::string>& words) {
  for (const std::string& word : words)
    numbers_.emplace(digest64(word), static_cast<std::uint32_t>(numbers_.size()));
}

std::uint32_t VectorNumbers::of(const WordForm& word) const {
  const auto found = numbers_.find(word.lower);
  return found == numbers_.end() ? WindowWord::kNoVector : found->second;
}

TaggedSentence sentence_of(std::span<const WordForm* const> forms, const WordCases& cases,
                           Habit habit, const VectorNumbers* vectors) {
  TaggedSentence sentence;
  const SentenceCase sentence_case = case_of(forms);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::size_t from = sentence.rows.size();
    const TokenContext context = context_of(forms, i, sentence_case, cases);
    for (int distance = -kReach; distance <= kReach; ++distance)
      append_word_rows(*context.words[static_cast<std::size_t>(distance + kReach)], distance,
                       sentence.rows);
    append_joint_rows(context, sentence.rows);
    append_habit(habit, from, sentence.rows);
    sentence.row_ends.push_back(static_cast<std::uint32_t>(sentence.rows.size()));
    if (vectors != nullptr)
      sentence.words.push_back({vectors->of(*forms[i]), flags_of(context, *forms[i])});
  }
  return sentence;
}

ExampleMaker::ExampleMaker(const Vocabulary& vocabulary, const NameWords& words, double recased,
                           const VectorNumbers* vectors)
    : vocabulary_(vocabulary), words_(words), recased_(recased), vectors_(vectors) {}

void ExampleMaker::add(const TrainingSet& set) {
  weight_ = set.weight;
  habit_ = set.habit;
  for (const MarkedArticle& article : set.articles) add(article);
}

void ExampleMaker::add(const MarkedArticle& article) {
  cut_ = cut_names(article.text, words_);
  std::vector<WordForm> forms;
  for (std::size_t i = 0; i < cut_.tokens.size(); ++i)
    forms.push_back(form_of(cut_.word(i), vocabulary_));
  forms_ = views_of(forms);
  cases_.clear();
  cases_.learn(cut_, forms_);
  tags_ = tags_of(cut_, article.names);
  std::size_t begin = 0;
  for (const std::size_t end : cut_.sentence_ends) {
    if (end - begin <= kLongest) add_sentence(begin, end);
    begin = end;
  }
}

void ExampleMaker::add_sentence(std::size_t begin, std::size_t end) {
  const auto first = static_cast<std::ptrdiff_t>(begin);
  const auto last = static_cast<std::ptrdiff_t>(end);
  std::vector<Tag> tags(tags_.begin() + first, tags_.begin() + last);
  mend_tags(tags);
  append({forms_.begin() + first, forms_.begin() + last}, tags, cases_, weight_);
  const double dice = static_cast<double>(random_()) / static_cast<double>(std::mt19937::max());
  if (dice >= recased_) return;
  const Recasing how = random_() % 2 == 0 ? Recasing::capitals : Recasing::headline;
  std::vector<WordForm> other;
  for (std::size_t i = begin; i < end; ++i)
    other.push_back(form_of(recased(cut_.word(i), how), vocabulary_));
  append(views_of(other), tags, how == Recasing::capitals ? WordCases{} : cases_, weight_ / 2);
}

void ExampleMaker::append(const WordViews& forms, const std::vector<Tag>& tags,
                          const WordCases& cases, float weight) {
  TaggedSentence sentence = sentence_of(forms, cases, habit_, vectors_);
  sentence.tags = tags;
  sentence.weight = weight;
  sentences.push_back(std::move(sentence));
}

}  // namespace newsindex
