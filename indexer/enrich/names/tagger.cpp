// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/tagger.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <string>

#include "indexer/enrich/names/context.h"
#include "schema/word_table.h"

namespace newsindex {
namespace {

using Scores = std::array<std::int32_t, kTagLanes>;
using WordScores = std::array<std::int16_t, kTagLanes>;

constexpr std::size_t kMostWords = 32'768;  // that a memory keeps: about 10 MB

void add_row(const WeightRow& row, Scores& scores) {
  const int shift = row.lanes[WeightRow::kShiftLane];
  for (std::size_t t = 0; t < kTagLanes; ++t) scores[t] += row.lanes[t] << shift;
}

WordScores saturated(const Scores& scores) {
  using Limits = std::numeric_limits<std::int16_t>;
  WordScores result{};
  for (std::size_t t = 0; t < kTagLanes; ++t)
    result[t] = static_cast<std::int16_t>(
        std::clamp<std::int32_t>(scores[t], Limits::min(), Limits::max()));
  return result;
}

// A word, and what it adds to the scores of the tokens around it.
struct KnownWord {
  WordForm form;
  std::array<WordScores, kWindow> scores{};  // scores[kReach + distance]
};

// The best sequence of tags for a sentence.
class Viterbi {
 public:
  const std::vector<Tag>& decode(std::span<const Scores> emissions, const TagTransitions& model) {
    const std::size_t length = emissions.size();
    from_.resize(length);
    start(emissions[0], model);
    for (std::size_t i = 1; i < length; ++i) step(emissions[i], model, from_[i]);
    finish(length, model);
    return tags_;
  }

 private:
  static constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 4;

  void start(const Scores& emission, const TagTransitions& model) {
    for (Tag t = 0; t < kNameTags; ++t)
      best_[t] = comes_from(t) ? kImpossible : emission[t] + model.start[t];
  }

  void step(const Scores& emission, const TagTransitions& model, std::array<Tag, kTagLanes>& from) {
    // From every tag that ends what it is in, to every tag that begins something.
    Scores next;
    next.fill(kImpossible);
    for (Tag before = 0; before < kNameTags; ++before) {
      if (goes_on(before)) continue;
      const auto& to = model.to[before];
      for (Tag t = 0; t < kTagLanes; ++t) {
        const std::int32_t score = best_[before] + to[t];
        const bool better = score > next[t];
        next[t] = better ? score : next[t];
        from[t] = better ? before : from[t];
      }
    }
    for (const EntityType type : {EntityType::person, EntityType::organisation, EntityType::place})
      for (const NamePart part : {NamePart::inside, NamePart::last}) {
        const Tag t = tag_of(type, part);
        const Tag begin = tag_of(type, NamePart::begin);
        const Tag inside = tag_of(type, NamePart::inside);
        const std::int32_t a = best_[begin] + model.to[begin][t];
        const std::int32_t b = best_[inside] + model.to[inside][t];
        next[t] = std::max(a, b);
        from[t] = a >= b ? begin : inside;
      }
    for (Tag t = 0; t < kNameTags; ++t) best_[t] = std::max(next[t] + emission[t], kImpossible);
  }

  void finish(std::size_t length, const TagTransitions& model) {
    Tag tag = kOutside;
    std::int32_t highest = kImpossible;
    for (Tag t = 0; t < kNameTags; ++t)
      if (!goes_on(t) && best_[t] + model.end[t] > highest) {
        highest = best_[t] + model.end[t];
        tag = t;
      }
    tags_.resize(length);
    for (std::size_t i = length; i-- > 0;) {
      tags_[i] = tag;
      if (i > 0) tag = from_[i][tag];
    }
  }

  Scores best_{};
  std::vector<std::array<Tag, kTagLanes>> from_;
  std::vector<Tag> tags_;
};

}  // namespace

struct NameTagger::Memory::State {
  explicit State(const NameTagger& its_tagger) : tagger(its_tagger) {
    learn(beginning_of_sentence(), beginning);
    learn(end_of_sentence(), end);
  }

  void begin_article() {
    if (words.size() >= kMostWords) {
      numbers = {};
      words.clear();
    }
    cases.clear();
    known.clear();
    forms.clear();
    sentence_ends.clear();
  }

  void look_up(const CutText& field) {
    const std::size_t first = forms.size();
    for (std::size_t i = 0; i < field.tokens.size(); ++i) {
      known.push_back(&word(field.word(i)));
      forms.push_back(&known.back()->form);
    }
    for (const std::uint32_t sentence_end : field.sentence_ends)
      sentence_ends.push_back(first + sentence_end);
    cases.learn(field, std::span(forms).subspan(first));
  }

  template <typename Use>
  void for_each_sentence(Use use) {
    std::size_t begin = 0;
    for (const std::size_t sentence_end : sentence_ends) {
      use(begin, sentence_end - begin);
      begin = sentence_end;
    }
  }

  void score_words() {
    emissions.assign(forms.size(), Scores{});
    for_each_sentence([this](std::size_t begin, std::size_t size) { score(begin, size); });
  }

  void score(std::size_t begin, std::size_t size) {
    const auto sentence = std::span<const WordForm* const>(forms).subspan(begin, size);
    find_joint_rows(sentence);
    std::size_t row = 0;
    for (std::size_t i = 0; i < size; ++i) {
      Scores& scores = emissions[begin + i];
      add_word_scores(begin, size, i, scores);
      for (; row < row_ends[i]; ++row) add_row(tagger.rows_[rows[row]], scores);
    }
  }

  // The rows of all tokens of a sentence, asked of the memory before they are used: the table is
  // larger than the caches.
  void find_joint_rows(std::span<const WordForm* const> sentence) {
    const SentenceCase sentence_case = case_of(sentence);
    rows.clear();
    row_ends.clear();
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const std::size_t first = rows.size();
      append_joint_rows(context_of(sentence, i, sentence_case, cases), rows);
      for (std::size_t row = first; row < rows.size(); ++row)
        __builtin_prefetch(&tagger.rows_[rows[row]]);
      row_ends.push_back(rows.size());
    }
  }

  // What the words around token `i` of a sentence add, each alone.
  void add_word_scores(std::size_t first, std::size_t size, std::size_t i, Scores& scores) const {
    for (int distance = -kReach; distance <= kReach; ++distance) {
      const auto place = static_cast<std::ptrdiff_t>(i) + distance;
      const KnownWord* word = place < 0 ? &beginning : &end;
      if (place >= 0 && place < static_cast<std::ptrdiff_t>(size))
        word = known[first + static_cast<std::size_t>(place)];
      const WordScores& added = word->scores[static_cast<std::size_t>(kReach + distance)];
      for (std::size_t t = 0; t < kTagLanes; ++t) scores[t] += added[t];
    }
  }

  void decode_all(const TagTransitions& transitions) {
    tags.resize(forms.size());
    for_each_sentence([&](std::size_t begin, std::size_t size) {
      const auto best = viterbi.decode(std::span(emissions).subspan(begin, size), transitions);
      std::copy(best.begin(), best.end(), tags.begin() + static_cast<std::ptrdiff_t>(begin));
    });
  }

  const KnownWord& word(std::string_view text) {
    const auto [number, is_new] = numbers.number_of(text);
    if (is_new) learn(form_of(text, tagger.clusters_), words.emplace_back());
    return words[number];
  }

  void learn(const WordForm& form, KnownWord& known_word) {
    known_word.form = form;
    for (int distance = -kReach; distance <= kReach; ++distance) {
      rows.clear();
      append_word_rows(known_word.form, distance, rows);
      Scores sum{};
      for (const std::uint32_t row : rows) add_row(tagger.rows_[row], sum);
      known_word.scores[static_cast<std::size_t>(kReach + distance)] = saturated(sum);
    }
  }

  const NameTagger& tagger;
  KnownWord beginning;
  KnownWord end;
  WordTable numbers;            // of the words that are kept from article to article
  std::deque<KnownWord> words;  // by number
  Viterbi viterbi;
  WordCases cases;
  std::vector<const KnownWord*> known;  // of every token of the article, field after field
  std::vector<const WordForm*> forms;
  std::vector<std::size_t> sentence_ends;
  std::vector<Scores> emissions;
  std::vector<Tag> tags;
  Rows rows;
  std::vector<std::size_t> row_ends;
};

NameTagger::Memory::Memory(const NameTagger& tagger) : state_(std::make_unique<State>(tagger)) {}
NameTagger::Memory::~Memory() = default;
NameTagger::Memory::Memory(Memory&&) noexcept = default;

std::span<const WordForm* const> NameTagger::Memory::forms() const { return state_->forms; }

NameTagger::NameTagger(const std::filesystem::path& path, const WordClusters& clusters)
    : file_(path, ModelKind::names), clusters_(clusters) {
  const std::string_view content = file_.content();
  transitions_ = reinterpret_cast<const TagTransitions*>(content.data());
  rows_ = {reinterpret_cast<const WeightRow*>(content.data() + sizeof(TagTransitions)), kNameRows};
}

NameTagger::~NameTagger() = default;

std::vector<std::vector<TokenSpan>> NameTagger::tag(std::span<const CutText> fields,
                                                    Memory& kept) const {
  Memory::State& memory = *kept.state_;
  memory.begin_article();
  for (const CutText& field : fields) memory.look_up(field);
  memory.score_words();
  memory.decode_all(*transitions_);
  std::vector<std::vector<TokenSpan>> names(fields.size());
  std::size_t begin = 0;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const std::size_t size = fields[f].tokens.size();
    append_spans(std::span(memory.tags).subspan(begin, size), 0, names[f]);
    begin += size;
  }
  return names;
}

void write_name_model(const std::filesystem::path& path, const NameModel& model) {
  std::string content(reinterpret_cast<const char*>(&model.transitions), sizeof model.transitions);
  content.append(reinterpret_cast<const char*>(model.rows.data()),
                 model.rows.size() * sizeof(WeightRow));
  write_model_file(path, ModelKind::names, content);
}

}  // namespace newsindex
