// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/sport_tables.h"

#include <array>
#include <fstream>
#include <random>
#include <sstream>

#include "schema/error.h"

namespace newsindex {
namespace {

// Lines in which {kind} stands for a name, {number} for a small number, {time} for a time, {score}
// for sets of tennis. A kind in capitals is written in capitals.
constexpr std::array kTables{
    "{person} ( {country} ) beat {person} ( {country} ) {score}",
    "{number} - {person} ( {country} ) beat {number} - {person} ( {country} ) {score}",
    "{person} and {person} ( {country} ) beat {person} / {person} ( {country} ) {score}",
    "1. {person} ( {country} ) {maker} {time} 2. {person} ( {country} ) {maker} {time}",
    "{number}. {person} ( {country} ) {maker} {time}",
    "{number}. {person} ( {country} ) {time}",
    "{number} {person} ( {country} ) {number} {number} {number} {number}",
    "{number} {person} {number} {number} {number}",
    "{club} {number} {club} {number}",
    "{club} {number} ( {surname} {number} ) {club} {number} ( {surname} {number} , {surname} "
    "{number} )",
    "{club} {number} {number} {number} {number} {number} {number} {number}",
    "{club} v {club} ( 1930 )",
    "{country} {number} {country} {number} ( halftime {number} - {number} )",
    "{country} {number} {country} {number}",
    "Scorers : {country} - {person} ( {number}th minute ) ; {country} - {person} ( {number} , "
    "{number} )",
    "Scorers : {surname} ( {number} ) , {surname} ( {number} )",
    "Group {number} : {country} , {country} , {country} , {country}",
    "{country} {number} {number} {number} {number} {number} {number} {number}",
    "{league} {number} {league} {number}",
    "{LEAGUE} AT {LEAGUE}",
    "{LEAGUE} {number} {LEAGUE} {number}",
    "{league} {number} {number} .{number} {number}",
    "{league} at {league}",
    "In {town} , {person} scored {number} points as the {nickname} beat the {nickname} "
    "{number}-{number} .",
    "The {nickname} beat {league} {number} - {number} on {person} 's goal .",
    "{county} {number} and {number} for {number} ( {surname} {number} , {surname} {number} not out "
    ") ; {county} {number}",
    "{county} v {county}",
    "At {venue} : {county} {number} ( {initial} {surname} {number} ) v {county}",
    "{initial} {surname} c {surname} b {surname} {number}",
    "{person} lbw {surname} {number}",
    "{person} not out {number}",
    "{country} innings :",
    "Bowling : {surname} {number} - {number} - {number} - {number} , {surname} {number} - {number} "
    "- {number} - {number}",
    "Umpires : {person} ( {country} ) and {person} ( {country} )",
    "Men 's {number} metres : 1. {person} ( {country} ) {time}",
    "Leading scores ( {country} unless stated ) : {number} {person} , {person} ( {country} )",
    "{number} {person} {number} {number} {number} , {person} {number} {number} {number}",
    "{TOWN} 1998-05-12",
    "{town} , {country} 2004-10-03",
    "SOCCER - {COUNTRY} BEAT {COUNTRY} {number}-{number} .",
    "SOCCER - {CLUB} HELD BY {CLUB} .",
    "TENNIS - {SURNAME} BEATS {SURNAME} IN {TOWN} .",
    "CRICKET - {COUNTRY} {number} FOR {number} AT LUNCH .",
    "GOLF - {SURNAME} LEADS IN {COUNTRY} .",
    "Results of matches in the {country} league on Saturday :",
    "Team : {person} , {person} , {person} , {person} , {person}",
    "{club} : {number} - {person} , {number} - {person} , {number} - {person}",
    "{country} : {person} ; {person} , {person} , {person} ( {surname} {number} )",
    "Attendance : {number},000 at {town}",
};

class TableMaker {
 public:
  explicit TableMaker(NamesByKind names) : names_(std::move(names)) {}

  MarkedArticle make() {
    constexpr int kLines = 12;
    article_ = {};
    for (int i = 0; i < kLines; ++i) {
      if (i > 0) article_.text += "\n\n";
      const std::string_view table = kTables[random_() % kTables.size()];
      const std::size_t repeats = 1 + random_() % 3;
      for (std::size_t r = 0; r < repeats; ++r) {
        if (r > 0) article_.text += "\n\n";
        add_line(table);
      }
    }
    return std::move(article_);
  }

 private:
  void add_line(std::string_view line) {
    while (!line.empty()) {
      const std::size_t open = line.find('{');
      article_.text += line.substr(0, open);
      if (open == std::string_view::npos) return;
      const std::size_t close = line.find('}', open);
      add_slot(std::string(line.substr(open + 1, close - open - 1)));
      line.remove_prefix(close + 1);
    }
  }

  void add_slot(std::string kind) {
    if (kind == "number") return add(std::to_string(1 + random_() % 90));
    if (kind == "initial")
      return add(std::string(1, static_cast<char>('A' + random_() % 20)) + ".");
    if (kind == "time") return add("1:" + std::to_string(10 + random_() % 50) + ".35");
    if (kind == "score")
      return add(std::to_string(random_() % 7) + "-6 6-" + std::to_string(random_() % 5));
    const bool capitals = kind[0] >= 'A' && kind[0] <= 'Z';
    for (char& c : kind) c = static_cast<char>(c | 0x20);
    const std::vector<std::string>& names = names_.at(kind);
    std::string name = names[random_() % names.size()];
    if (capitals)
      for (char& c : name)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
    const auto start = static_cast<std::uint32_t>(article_.text.size());
    add(name);
    const bool person = kind == "person" || kind == "surname";
    const bool place = kind == "country" || kind == "town" || kind == "venue";
    article_.names.push_back({person  ? EntityType::person
                              : place ? EntityType::place
                                      : EntityType::organisation,
                              start, static_cast<std::uint32_t>(article_.text.size())});
  }

  void add(const std::string& text) { article_.text += text; }

  NamesByKind names_;
  std::mt19937 random_{23};
  MarkedArticle article_;
};

}  // namespace

NamesByKind read_names_by_kind(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ExitCode::no_input, "cannot read '" + path.string() + "'");
  NamesByKind names;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string kind;
    std::getline(cells, kind, '\t');
    for (std::string name; std::getline(cells, name, '\t');) names[kind].push_back(name);
  }
  return names;
}

void add_persons(const std::vector<MarkedArticle>& articles, NamesByKind& names) {
  for (const MarkedArticle& article : articles)
    for (const MarkedName& name : article.names) {
      if (name.type != EntityType::person) continue;
      const std::string text = article.text.substr(name.start, name.end - name.start);
      const std::size_t space = text.find(' ');
      const bool two = space != std::string::npos && text.find(' ', space + 1) == std::string::npos;
      if (!two || text[0] < 'A' || text[0] > 'Z' || text[space + 1] < 'A') continue;
      names["person"].push_back(text);
      names["first"].push_back(text.substr(0, space));
      names["surname"].push_back(text.substr(space + 1));
    }
}

std::vector<MarkedArticle> make_sport_tables(const std::filesystem::path& names,
                                             const std::vector<MarkedArticle>& articles,
                                             std::size_t count) {
  NamesByKind all = read_names_by_kind(names);
  add_persons(articles, all);
  TableMaker maker(std::move(all));
  std::vector<MarkedArticle> tables;
  while (tables.size() < count) tables.push_back(maker.make());
  return tables;
}

}  // namespace newsindex
