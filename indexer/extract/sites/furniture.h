// SPDX-License-Identifier: GPL-3.0-or-later
// Learns the furniture of a site: lines that stand on most of its pages. Several pages show what a
// single one does not: is "The Tuesday Letter" a heading or the name of a newsletter?
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/extract/sites/first_pages.h"
#include "indexer/extract/understand.h"

namespace newsindex {

// True if furniture is looked for in a record: it is a page of text or HTML.
bool may_have_furniture(const Record& record);

class Furniture {
 public:
  // What is known about a site.
  struct Site {
    FirstPages pages;
    std::unordered_map<std::uint64_t, std::uint32_t> lines;  // digest of a line -> number of pages
  };
  using Sites = std::map<std::string, Site>;

  Furniture() = default;
  explicit Furniture(Sites sites) : sites_(std::move(sites)) {}

  // Counts the lines of a page of text, or the paragraphs of an article from HTML, each once per
  // page. Learns from the first 64 pages of a site and from the first 4096 sites only, to limit the
  // memory. Returns true if something was learned.
  bool learn(const Record& record, const Understood& understood);

  // True if no further page can change what is known about the site.
  bool is_settled(const std::string& site) const;

  const Sites& sites() const { return sites_; }

  // Removes from an article the lines that are on more than half of the known pages of its site, if
  // at least five are known. A page of text is read again without those lines. Does nothing for
  // other kinds of records, and if nothing would be left.
  void clear(const Record& record, const UnderstandOptions& options, Understood& understood) const;

 private:
  bool learn(const std::string& site, const std::string& id, std::string_view text);
  bool has(const std::string& site, std::string_view line) const;
  // The text with an empty line in place of each line that is furniture; these are added to `cut`.
  std::string without(const std::string& site, std::string_view text, Why& cut) const;
  void read_again(const Record& record, const UnderstandOptions& options,
                  Understood& understood) const;
  void clear_paragraphs(Understood& understood) const;

  Sites sites_;
};

}  // namespace newsindex
