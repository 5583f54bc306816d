// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/ocr/ocr_text.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include <unicode/uchar.h>

#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_table.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

struct Hyphen {
  std::string_view sign;
  bool cuts_only;  // it is never a part of a word
};
constexpr Hyphen kHyphens[] = {
#include "indexer/extract/ocr/hyphens.inc"
};

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U' ' : next_character(text, at);
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0u) == 0x80) continue;
  return first_of(text.substr(at));
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }

// True for a letter of a script without spaces, in which a line may end after any letter.
bool needs_no_space(char32_t c) {
  if (!is_letter(c)) return false;
  const int breaks = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
  return breaks == U_LB_IDEOGRAPHIC || breaks == U_LB_COMPLEX_CONTEXT ||
         breaks == U_LB_CONDITIONAL_JAPANESE_STARTER || breaks == U_LB_NONSTARTER;
}

const Hyphen* hyphen_at_end(std::string_view line) {
  for (const Hyphen& hyphen : kHyphens)
    if (line.ends_with(hyphen.sign)) {
      const char32_t before = last_of(line.substr(0, line.size() - hyphen.sign.size()));
      return is_letter(before) || is_digit(before) ? &hyphen : nullptr;
    }
  return nullptr;
}

std::string_view without_signs(std::string_view word) {
  constexpr std::string_view kSigns = ".,;:!?()[]\"'*";
  const std::size_t first = word.find_first_not_of(kSigns);
  if (first == std::string_view::npos) return {};
  return word.substr(first, word.find_last_not_of(kSigns) - first + 1);
}

// The words of a text that are printed without a line break.
class Words {
 public:
  explicit Words(const std::vector<OcrBlock>& blocks) {
    for (const OcrBlock& block : blocks)
      for (const std::string& line : block.lines)
        for (const std::string_view word : words_of(line)) words_.insert(without_signs(word));
  }
  bool has(const std::string& word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

class Paragraphs {
 public:
  explicit Paragraphs(const std::vector<OcrBlock>& blocks) : words_(blocks) {
    for (const OcrBlock& block : blocks) add(block);
    end();
  }

  std::string take() { return std::move(all_); }

 private:
  void add(const OcrBlock& block) {
    if (block.lines.empty()) return;
    const bool cut = hyphen_at_end(open_) != nullptr && is_small(first_of(block.lines[0]));
    const bool goes_on =
        block.role == OcrRole::text && role_ == OcrRole::text && (cut || block.goes_on);
    if (!goes_on) end();
    role_ = block.role;
    for (const std::string& line : block.lines) add_line(line);
  }

  void add_line(std::string_view line) {
    const Hyphen* hyphen = hyphen_at_end(open_);
    const char32_t next = first_of(line);
    if (hyphen == nullptr || !(is_letter(next) || is_digit(next))) {
      append_word(open_, line);
      return;
    }
    if (is_cut(*hyphen, line)) open_.resize(open_.size() - hyphen->sign.size());
    open_ += line;
  }

  // True if the hyphen only cuts the word that goes on in `line`, and is not part of the word.
  bool is_cut(const Hyphen& hyphen, std::string_view line) const {
    if (hyphen.cuts_only) return true;
    const std::string_view before =
        std::string_view(open_).substr(0, open_.size() - hyphen.sign.size());
    if (!is_small(first_of(line)) || is_digit(last_of(before))) return false;
    const std::string begin(without_signs(before.substr(before.rfind(' ') + 1)));
    const std::string end(without_signs(line.substr(0, line.find(' '))));
    return words_.has(begin + end) || !words_.has(begin + '-' + end);
  }

  void end() {
    if (!all_.empty() && !open_.empty()) all_ += "\n\n";
    all_ += std::exchange(open_, {});
  }

  const Words words_;
  std::string all_;
  std::string open_;
  OcrRole role_ = OcrRole::furniture;
};

std::size_t letters_of(const OcrBlock& block) {
  std::size_t letters = 0;
  for (const std::string& line : block.lines) letters += line.size();
  return letters;
}

// The font size of most letters; 0 if no size is known.
double usual_size(const std::vector<OcrBlock>& blocks) {
  std::map<double, std::size_t> letters;
  for (const OcrBlock& block : blocks)
    if (block.size > 0) letters[block.size] += letters_of(block);
  const auto most =
      std::max_element(letters.begin(), letters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : most->first;
}

std::vector<OcrBlock>::const_iterator find_title(const std::vector<OcrBlock>& blocks) {
  constexpr double kLarger = 1.2;
  constexpr std::size_t kLongestTitle = 300;
  const auto short_enough = [](const OcrBlock& block) {
    return letters_of(block) <= kLongestTitle;
  };
  const auto heading = std::find_if(blocks.begin(), blocks.end(), [&](const OcrBlock& block) {
    return block.role == OcrRole::heading && short_enough(block);
  });
  if (heading != blocks.end()) return heading;
  const double usual = usual_size(blocks);
  return std::find_if(blocks.begin(), blocks.end(), [&](const OcrBlock& block) {
    return usual > 0 && block.size >= kLarger * usual && short_enough(block);
  });
}

}  // namespace

std::optional<OcrRole> ocr_role(std::string_view name) {
  using enum OcrRole;
  static const NamedValues<OcrRole> names = named_values(
      std::to_array<std::pair<std::string_view, OcrRole>>(
          {{"heading", heading}, {"text", text}, {"author", author}, {"furniture", furniture}}),
#include "ocr-roles.inc"
  );
  return value_named(name, names);
}

void append_word(std::string& line, std::string_view word) {
  if (word.empty()) return;
  const bool apart =
      !line.empty() && !(needs_no_space(last_of(line)) && needs_no_space(first_of(word)));
  if (apart) line += ' ';
  line += word;
}

std::string paragraphs_of(const std::vector<OcrBlock>& blocks) { return Paragraphs(blocks).take(); }

void set_page_text(std::vector<OcrBlock> blocks, Draft& draft) {
  const auto is_nothing = [](const OcrBlock& block) { return block.lines.empty(); };
  const auto is_furniture = [](const OcrBlock& block) { return block.role == OcrRole::furniture; };
  std::erase_if(blocks, is_nothing);
  if (!std::all_of(blocks.begin(), blocks.end(), is_furniture)) std::erase_if(blocks, is_furniture);
  const auto title = find_title(blocks);
  if (title != blocks.end()) {
    set_title(draft, paragraphs_of({*title}));
    if (title == blocks.begin()) blocks.erase(title);
  }
  set_body(draft, paragraphs_of(blocks));
}

}  // namespace newsindex
