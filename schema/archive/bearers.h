// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a short name means. An article that says "Obama" and never more keeps just this in its
// segment, which is never written again; the archive as a whole knows that in these months only
// Barack Obama was called so. That knowledge is a table of the revision, and is put over the short
// names when articles are read: so it holds for old articles, too, and grows with every night.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// Months, both ends included, counted from January of the year 0; kNoMonth is that of articles of
// which it is not known.
inline constexpr int kNoMonth = 0;
struct MonthRange {
  int first = 0;
  int last = 0;
  friend bool operator==(const MonthRange&, const MonthRange&) = default;
};

// The month of a day as the columns have it (see column_day).
int month_of_column(std::int32_t day);

// "2009-01..2017-06", "undated"
std::string to_string(const MonthRange& months);

// Who is meant by a short name, in some months.
struct Bearer {
  MonthRange months;
  std::string key;     // of the canonical name: its folded words
  std::string name;    // the canonical name as it is shown
  int confidence = 0;  // 0..100
  friend bool operator==(const Bearer&, const Bearer&) = default;
};

class Bearers {
 public:
  // Reads ARCHIVE/NAME; an empty name is an empty table. Throws Error(internal) when it is damaged.
  static Bearers read(const std::filesystem::path& archive, const std::string& name);

  // Writes it durably as the table of this revision; returns its name for archive.json.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  // Whom the short name (folded) means, by month; replaces what was known. None: nobody.
  void set(const std::string& short_name, std::vector<Bearer> bearers);

  // By month; empty when it means nobody.
  std::span<const Bearer> of(const std::string& short_name) const;

  // Whom it means in this month, or null.
  const Bearer* of(const std::string& short_name, int month) const;

  // The short names of a person, by the key of the name, and when they mean it.
  std::map<std::string, std::vector<MonthRange>> short_names_of(const std::string& key) const;

  const std::map<std::string, std::vector<Bearer>>& all() const { return by_short_name_; }
  friend bool operator==(const Bearers& a, const Bearers& b) {
    return a.by_short_name_ == b.by_short_name_;
  }

 private:
  std::map<std::string, std::vector<Bearer>> by_short_name_;
  std::multimap<std::string, std::string> short_names_;  // by the key of a person
};

// The table of an archive, read when it is first asked for. Thread-safe.
class BearersTable {
 public:
  BearersTable(std::filesystem::path archive, std::string name)
      : archive_(std::move(archive)), name_(std::move(name)) {}

  // Throws as Bearers::read does.
  const Bearers& get() const;

 private:
  std::filesystem::path archive_;
  std::string name_;
  mutable std::mutex reading_;
  mutable std::optional<Bearers> bearers_;
};

// Gives the people of an article whose short name means somebody their whole name, with the
// confidence and the short name among the aliases; those that the model found have the origin
// `archive`. One who is there by the whole name, too, gets the mentions, or stays apart: joined,
// nobody can tell any more which of them the article had.
enum class SamePerson { joined, apart };
void name_bearers(Article& article, const Bearers& bearers, Analyzer& analyzer,
                  SamePerson same = SamePerson::joined);

// The same article as it was before, if the same person stayed apart.
void unname_bearers(Article& article);

}  // namespace newsindex
