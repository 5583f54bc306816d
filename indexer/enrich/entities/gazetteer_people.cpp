// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/gazetteer_people.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "indexer/enrich/entities/resolve_text.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

// The number of words in the longest word for people: "Papua New Guineans".
constexpr std::size_t kMostWords = 3;

// Whether a byte can begin or continue a word. Non-ASCII characters count as letters; but e2 does
// not continue a word, because the quotation marks and dashes of Unicode begin with it.
struct ByteKind {
  bool begins = false;  // a word
  bool goes_on = false;
};

constexpr std::array<ByteKind, 256> make_byte_kinds() {
  std::array<ByteKind, 256> kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
    const std::size_t small = byte | 0x20;
    const bool ascii = byte < 0x80 && small >= 'a' && small <= 'z';
    kinds[byte] = {ascii || byte >= 0xc3, ascii || (byte >= 0x80 && byte != 0xe2)};
  }
  return kinds;
}
constexpr std::array<ByteKind, 256> kByteKinds = make_byte_kinds();

ByteKind byte_kind_of(char c) { return kByteKinds[static_cast<unsigned char>(c)]; }

struct ListWord {
  std::size_t start = 0;
  std::size_t end = 0;
};

// Walks over the words of a text.
class Words {
 public:
  Words(std::string_view text, MentionField field, std::span<const Mention> names)
      : text_(text), field_(field), names_(names) {}

  // The next word with a capital that overlaps no name.
  std::optional<ListWord> next() {
    for (std::size_t at = end_; at < text_.size(); ++at) {
      if (!byte_kind_of(text_[at]).begins) continue;
      const ListWord word = word_at(at);
      at = end_ = word.end;
      if (is_upper(text_[word.start]) && is_free(word)) return word;
      before_ = word;
    }
    return std::nullopt;
  }

  ListWord word_at(std::size_t start) const {
    std::size_t end = start;
    while (end < text_.size() && byte_kind_of(text_[end]).goes_on) ++end;
    return {start, end};
  }

  // The capitalised word after this one, separated by one space or hyphen.
  std::optional<ListWord> follower(ListWord word) const {
    const std::size_t start = word.end + 1;
    if (start >= text_.size() || !is_upper(text_[start])) return std::nullopt;
    if (text_[word.end] != ' ' && text_[word.end] != '-') return std::nullopt;
    const ListWord following = word_at(start);
    if (!is_free(following)) return std::nullopt;
    return following;
  }

  std::string_view text(ListWord word) const {
    return text_.substr(word.start, word.end - word.start);
  }
  std::string_view before() const { return text(before_); }
  void pass(ListWord word) {
    before_ = word;
    end_ = word.end;
  }

 private:
  bool is_free(ListWord word) const {
    const auto name = std::partition_point(names_.begin(), names_.end(), [&](const Mention& m) {
      return m.field < field_ || (m.field == field_ && m.end <= word.start);
    });
    return name == names_.end() || name->field != field_ || name->start >= word.end;
  }

  std::string_view text_;
  MentionField field_;
  std::span<const Mention> names_;
  std::size_t end_ = 0;
  ListWord before_;
};

// The place of the longest word for people that begins with `first`. Extends `first` to that word.
const Place* longest_match(const Words& words, ListWord& first, const Gazetteer& gazetteer) {
  std::array<ListWord, kMostWords> spans;
  std::size_t count = 0;
  for (std::optional<ListWord> word = first; word && count < kMostWords;
       word = words.follower(*word))
    spans[count++] = {first.start, word->end};
  while (count-- > 0)
    if (const Place* place = gazetteer.find_by_people(words.text(spans[count]))) {
      first = spans[count];
      return place;
    }
  return nullptr;
}

void find_in(std::string_view text, MentionField field, std::span<const Mention> names,
             const Gazetteer& gazetteer, const NameWords& known, std::vector<PeopleWord>& found) {
  Words words(text, field, names);
  while (auto word = words.next()) {
    const Place* place = longest_match(words, *word, gazetteer);
    if (place != nullptr && !known.is(WordKind::before_language, name_key(words.before())))
      found.push_back({place,
                       {field, static_cast<std::uint32_t>(word->start),
                        static_cast<std::uint32_t>(word->end)}});
    words.pass(*word);
  }
}

}  // namespace

std::vector<PeopleWord> find_people_words(const Article& article, std::span<const Mention> names,
                                          const Gazetteer& gazetteer, const NameWords& known) {
  std::vector<PeopleWord> found;
  find_in(article.title, MentionField::title, names, gazetteer, known, found);
  find_in(article.body, MentionField::body, names, gazetteer, known, found);
  return found;
}

}  // namespace newsindex
