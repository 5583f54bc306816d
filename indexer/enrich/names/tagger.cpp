// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/tagger.h"

#include <algorithm>
#include <string>

#include "indexer/enrich/names/context.h"
#include "indexer/enrich/names/known_words.h"
#include "indexer/enrich/names/readings.h"
#include "indexer/enrich/names/sentence_scorer.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostWords = 65'536;  // in one Memory: about 20 MB

// The bytes of a packed row: its weights and its shift.
constexpr std::size_t kPackedRow = kNameTags + 1;
constexpr std::size_t kMarks = kNameRows / 8;

void append_packed(const WeightRow& row, std::string& out) {
  out.append(reinterpret_cast<const char*>(row.lanes.data()), kNameTags);
  out.push_back(static_cast<char>(row.lanes[WeightRow::kShiftLane]));
}

WeightRow unpacked(std::string_view packed) {
  WeightRow row;
  for (Tag tag = 0; tag < kNameTags; ++tag) row.lanes[tag] = static_cast<std::int8_t>(packed[tag]);
  row.lanes[WeightRow::kShiftLane] = static_cast<std::int8_t>(packed[kNameTags]);
  return row;
}

bool is_marked(std::string_view marks, std::size_t row) {
  const unsigned byte = static_cast<unsigned char>(marks[row / 8]);
  return (byte >> (row % 8) & 1u) != 0;
}

// Unpacks what follows the transitions in the file. A damaged file was refused when it was opened.
std::vector<WeightRow> unpacked_rows(std::string_view packed) {
  const std::string_view marks = packed.substr(0, kMarks);
  packed.remove_prefix(kMarks);
  std::vector<WeightRow> rows(kNameRows);
  for (std::size_t row = 0; row < kNameRows; ++row) {
    if (!is_marked(marks, row)) continue;
    rows[row] = unpacked(packed.substr(0, kPackedRow));
    packed.remove_prefix(kPackedRow);
  }
  return rows;
}

}  // namespace

struct NameTagger::Memory::State {
  explicit State(const NameTagger& its_tagger)
      : words(its_tagger.rows(), its_tagger.vocabulary_),
        scorer(its_tagger.rows()),
        viterbi(*its_tagger.transitions_),
        readings(*its_tagger.transitions_) {}

  void begin_article() {
    if (words.size() >= kMostWords) {
      words.clear();
      scorer.clear();
    }
    cases.clear();
    known.clear();
    forms.clear();
    sentence_ends.clear();
  }

  void look_up(const CutText& field) {
    const std::size_t first = forms.size();
    words.find(field, known);
    for (std::size_t i = first; i < known.size(); ++i) forms.push_back(&known[i]->form);
    for (const std::uint32_t sentence_end : field.sentence_ends)
      sentence_ends.push_back(first + sentence_end);
    cases.learn(field, std::span(forms).subspan(first));
  }

  void tag_sentences() {
    scores.resize(forms.size());
    tags.resize(forms.size());
    std::size_t begin = 0;
    for (const std::size_t end : sentence_ends) {
      const std::size_t size = end - begin;
      const auto of_sentence = std::span(scores).subspan(begin, size);
      const std::span<const WordForm* const> sentence(&forms[begin], size);
      scorer.score(std::span(known).subspan(begin, size), case_of(sentence), cases, words,
                   of_sentence);
      viterbi.decode(of_sentence, std::span(tags).subspan(begin, size));
      begin = end;
    }
  }

  // The names in tokens [first, first + count), which must be whole sentences. The names count
  // tokens from `first`.
  std::vector<TokenSpan> names_in(std::size_t first, std::size_t count) {
    std::vector<TokenSpan> names;
    append_spans(std::span(tags).subspan(first, count), 0, names);
    auto sentence_end = sentence_ends.begin();
    std::size_t begin = 0;  // of the current sentence
    for (TokenSpan& name : names) {
      while (*sentence_end < first + name.end) begin = *sentence_end++;
      begin = std::max(begin, first);
      const std::size_t size = *sentence_end - begin;
      const auto offset = static_cast<std::uint32_t>(begin - first);
      const TokenSpan in_sentence{name.begin - offset, name.end - offset, name.type};
      name.confidence = confidence_of(
          name.type, readings.log_odds(std::span(scores).subspan(begin, size),
                                       std::span(tags).subspan(begin, size), in_sentence));
    }
    return names;
  }

  KnownWords words;  // kept from article to article
  SentenceScorer scorer;
  Viterbi viterbi;
  OtherReadings readings;
  WordCases cases;
  std::vector<const KnownWord*> known;  // for every token of the article, field after field
  std::vector<const WordForm*> forms;
  std::vector<std::size_t> sentence_ends;
  std::vector<TagScores> scores;
  std::vector<Tag> tags;
};

NameTagger::Memory::Memory(const NameTagger& tagger) : state_(std::make_unique<State>(tagger)) {}
NameTagger::Memory::~Memory() = default;
NameTagger::Memory::Memory(Memory&&) noexcept = default;

std::span<const WordForm* const> NameTagger::Memory::forms() const { return state_->forms; }

NameTagger::NameTagger(const std::filesystem::path& path, const Vocabulary& vocabulary)
    : file_(path, ModelKind::names), vocabulary_(vocabulary) {
  transitions_ = reinterpret_cast<const TagTransitions*>(file_.content().data());
}

std::span<const WeightRow> NameTagger::rows() const {
  std::call_once(unpacked_,
                 [this] { rows_ = unpacked_rows(file_.content().substr(sizeof(TagTransitions))); });
  return rows_;
}

NameTagger::~NameTagger() = default;

std::vector<std::vector<TokenSpan>> NameTagger::tag(std::span<const CutText> fields,
                                                    Memory& kept) const {
  Memory::State& memory = *kept.state_;
  memory.begin_article();
  for (const CutText& field : fields) memory.look_up(field);
  memory.tag_sentences();
  std::vector<std::vector<TokenSpan>> names(fields.size());
  std::size_t begin = 0;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const std::size_t size = fields[f].tokens.size();
    names[f] = memory.names_in(begin, size);
    begin += size;
  }
  return names;
}

void write_name_model(const std::filesystem::path& path, const NameModel& model) {
  std::string content(reinterpret_cast<const char*>(&model.transitions), sizeof model.transitions);
  std::string marks(kMarks, '\0');
  std::string packed;
  for (std::size_t row = 0; row < model.rows.size(); ++row) {
    if (model.rows[row].lanes == WeightRow{}.lanes) continue;
    marks[row / 8] = static_cast<char>(marks[row / 8] | 1 << (row % 8));
    append_packed(model.rows[row], packed);
  }
  content += marks + packed;
  write_model_file(path, ModelKind::names, content);
}

}  // namespace newsindex
