// SPDX-License-Identifier: GPL-3.0-or-later
// The furniture of a site: lines that stand on most of its pages. What a single page does not show
// (is "The Tuesday Letter" a heading or the name of a newsletter?), several do.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/extract/sites/first_pages.h"
#include "indexer/extract/understand.h"

namespace newsindex {

// Whether a record is one of the pages that furniture is looked for in.
bool may_have_furniture(const Record& record);

class Furniture {
 public:
  // What is known of a site.
  struct Site {
    FirstPages pages;
    std::unordered_map<std::uint64_t, std::uint32_t> lines;  // digest -> pages with it
  };
  using Sites = std::map<std::string, Site>;

  Furniture() = default;
  explicit Furniture(Sites sites) : sites_(std::move(sites)) {}

  // Counts the lines of a page of text or the paragraphs of an article out of HTML, each once. Of
  // a site the first 64 pages are learned from, and of sites the first 4096: so much memory and no
  // more. Returns whether there was something to learn.
  bool learn(const Record& record, const Understood& understood);

  // Whether no page will change what is known of the site.
  bool is_settled(const std::string& site) const;

  const Sites& sites() const { return sites_; }

  // Takes out of an article what is on more than half of the pages of its site, of at least five: a
  // page of text is read once more without those lines. Does nothing for other kinds of records,
  // and where nothing would be left.
  void clear(const Record& record, const UnderstandOptions& options, Understood& understood) const;

 private:
  bool learn(const std::string& site, const std::string& id, std::string_view text);
  bool has(const std::string& site, std::string_view line) const;
  // The text with an empty line for each that is furniture. `cut` takes those.
  std::string without(const std::string& site, std::string_view text, Why& cut) const;
  void read_again(const Record& record, const UnderstandOptions& options,
                  Understood& understood) const;
  void clear_paragraphs(Understood& understood) const;

  Sites sites_;
};

}  // namespace newsindex
