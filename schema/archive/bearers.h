// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a short name means. An article that only ever says "Obama" stores just this name, and its
// segment is never written again. But the archive as a whole knows that in these months only Barack
// Obama was called so. That knowledge is a table that each revision has. It replaces the short
// names when articles are read, so it works for old articles too and improves with every run.
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

// Months, both ends included, counted from January of the year 0. kNoMonth stands for articles
// whose month is not known.
inline constexpr int kNoMonth = 0;
struct MonthRange {
  int first = 0;
  int last = 0;
  friend bool operator==(const MonthRange&, const MonthRange&) = default;
};

// The month of a day in the format of the columns (see column_day); kNoMonth if it is not known.
int month_of_column(std::int32_t day);

// "2009-01..2017-06", "undated"
std::string to_string(const MonthRange& months);

// The person whom a short name means during some months.
struct Bearer {
  MonthRange months;
  std::string key;     // the folded words of the canonical name
  std::string name;    // the canonical name, as shown
  int confidence = 0;  // 0..100
  friend bool operator==(const Bearer&, const Bearer&) = default;
};

class Bearers {
 public:
  // Reads ARCHIVE/NAME; an empty name is an empty table. Throws Error(internal) when it is damaged.
  static Bearers read(const std::filesystem::path& archive, const std::string& name);

  // Writes the table durably for this revision; returns its file name for archive.json.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  // Sets the bearers of a short name (folded), ordered by month, in place of those known before. An
  // empty list: the short name means nobody.
  void set(const std::string& short_name, std::vector<Bearer> bearers);

  // The bearers of a short name, ordered by month; empty when it means nobody.
  std::span<const Bearer> of(const std::string& short_name) const;

  // The bearer of a short name in this month, or nullptr.
  const Bearer* of(const std::string& short_name, int month) const;

  // All short names of the person with this key, and the months in which they mean this person.
  std::map<std::string, std::vector<MonthRange>> short_names_of(const std::string& key) const;

  const std::map<std::string, std::vector<Bearer>>& all() const { return by_short_name_; }
  friend bool operator==(const Bearers& a, const Bearers& b) {
    return a.by_short_name_ == b.by_short_name_;
  }

 private:
  std::map<std::string, std::vector<Bearer>> by_short_name_;
  std::multimap<std::string, std::string> short_names_;  // key of a person -> short name
};

// The table of an archive, read on first use. Thread-safe.
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

// Replaces short names of people in an article by the whole names of their bearers. Sets the
// confidence, adds the short name to the aliases, and changes the origin `model` to `archive`. If
// the article also has the person by the whole name: `joined` merges the two entities, `apart`
// keeps both, so that unname_bearers can undo the change.
enum class SamePerson { joined, apart };
void name_bearers(Article& article, const Bearers& bearers, Analyzer& analyzer,
                  SamePerson same = SamePerson::joined);

// Undoes name_bearers, if it was called with SamePerson::apart.
void unname_bearers(Article& article);

}  // namespace newsindex
