// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "indexer/extract/ocr/pages.h"
#include "indexer/extract/ocr/reading_order.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/lines.h"

namespace newsindex {
namespace {

class AltoPage {
 public:
  explicit AltoPage(pugi::xml_node root) : order_(root, "REF") {
    for (const auto style : all_named(root, "TextStyle"))
      sizes_.emplace(style.attribute("ID").value(), style.attribute("FONTSIZE").as_double());
    for (const auto tags : all_named(root, "Tags"))
      for (const auto tag : tags.children()) tags_.emplace(tag.attribute("ID").value(), tag);
    walk(root);
  }

  OcrPage take() {
    order_.sort(page_.blocks);
    return std::move(page_);
  }

 private:
  // Adds each TextBlock, and each TextLine outside of them, as a block.
  void walk(pugi::xml_node root) {
    for (pugi::xml_node at = root; at;) {
      const std::string_view name = local_name(at);
      const bool is_text = name == "TextBlock" || name == "TextLine";
      if (is_text) add_block(at);
      at = following_node(at, root, !is_text);
    }
  }

  void add_block(pugi::xml_node node) {
    OcrBlock block;
    block.role = role_of(node);
    letters_.clear();
    count_size(node, 0);
    if (local_name(node) == "TextLine")
      add_line(node, block);
    else
      for (const auto line : all_named(node, "TextLine")) add_line(line, block);
    const auto most =
        std::max_element(letters_.begin(), letters_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != letters_.end()) block.size = most->first;
    if (page_.language.empty())
      for (const char* name : {"LANG", "language"})
        if (page_.language.empty()) page_.language = node.attribute(name).value();
    order_.place(node);
    page_.blocks.push_back(std::move(block));
  }

  void add_line(pugi::xml_node line, OcrBlock& block) {
    std::string text;
    bool is_whole = false;  // the last word was added with its second part
    for (const auto part : line.children()) {
      const std::string_view name = local_name(part);
      if (name == "String") is_whole = add_word(part, text, block);
      if (name == "HYP" && !is_whole) add_hyphen(part, text);
    }
    count_size(line, text.size());
    if (!text.empty()) block.lines.push_back(std::move(text));
  }

  // Adds a word that is cut at the end of a line, as a whole, to the line where it begins. Returns
  // true for a part of such a word.
  bool add_word(pugi::xml_node string, std::string& text, OcrBlock& block) {
    const std::string_view type = string.attribute("SUBS_TYPE").value();
    const std::string whole = on_one_line(string.attribute("SUBS_CONTENT").value());
    if (type == "HypPart1" && !whole.empty()) {
      append_word(text, whole);
      begun_ = whole;
      return true;
    }
    if (type == "HypPart2" && !whole.empty() && whole == begun_) {
      block.goes_on = block.goes_on || (block.lines.empty() && text.empty());
      return true;
    }
    const std::string word = on_one_line(string.attribute("CONTENT").value());
    append_word(text, word);
    count_size(string, word.size());
    begun_.clear();
    return false;
  }

  static void add_hyphen(pugi::xml_node hyphen, std::string& text) {
    const std::string sign = on_one_line(hyphen.attribute("CONTENT").value());
    const std::string& shown = sign.empty() ? "-" : sign;
    if (!text.empty() && !text.ends_with(shown)) text += shown;
  }

  void count_size(pugi::xml_node node, std::size_t letters) {
    for_each_part(node.attribute("STYLEREFS").value(), [&](const std::string& style) {
      const auto size = sizes_.find(style);
      if (size != sizes_.end() && size->second > 0) letters_[size->second] += letters;
    });
  }

  template <class Use>
  static void for_each_part(std::string_view list, Use use) {
    for (const std::string& part : parts_of(list, " \t\n")) use(part);
  }

  OcrRole role_of(pugi::xml_node block) const {
    std::optional<OcrRole> role;
    const auto try_name = [&](std::string_view name) {
      if (!role) role = ocr_role(name);
    };
    try_name(block.attribute("TYPE").value());
    for_each_part(block.attribute("TAGREFS").value(), [&](const std::string& id) {
      const auto tag = tags_.find(id);
      if (tag == tags_.end()) return;
      try_name(tag->second.attribute("LABEL").value());
      try_name(tag->second.attribute("TYPE").value());
    });
    for_each_part(block.attribute("STYLEREFS").value(), try_name);
    for (pugi::xml_node above = block.parent(); above && !role; above = above.parent()) {
      if (local_name(above) == "ComposedBlock") try_name(above.attribute("TYPE").value());
      if (local_name(above).ends_with("Margin")) try_name(local_name(above));
      role = role ? role : role_of_part(above);
    }
    return role.value_or(OcrRole::text);
  }

  ReadingOrder order_;
  std::unordered_map<std::string, double> sizes_;         // font sizes, by style
  std::unordered_map<std::string, pugi::xml_node> tags_;  // by id
  std::map<double, std::size_t> letters_;                 // in the current block, by font size
  std::string begun_;                                     // the last word that was cut
  OcrPage page_;
};

}  // namespace

OcrPage read_alto(pugi::xml_node root) { return AltoPage(root).take(); }

}  // namespace newsindex
