// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/saved/saved_queries.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <functional>
#include <sstream>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>

#include "schema/archive/descriptor.h"
#include "schema/archive/durable.h"
#include "schema/error.h"
#include "schema/query_language/did_you_mean.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

bool is_alphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_of_name(char c) { return is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  return text.str();
}

// The lines of a file without the query of this name.
struct Others {
  std::string text;
  bool had_it = false;
};

Others without(const std::string& text, const std::string& name) {
  Others others;
  std::istringstream in(text);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const auto query = query_line(line, number);
    if (query && query->name == name)
      others.had_it = true;
    else
      others.text += line + "\n";
  }
  return others;
}

// The end of the name after an @. A full stop or dash at its end is not part of it.
std::size_t end_of_name(std::string_view query, std::size_t at) {
  std::size_t end = at;
  while (end < query.size() && is_of_name(query[end])) ++end;
  while (end > at && !is_alphanumeric(query[end - 1])) --end;
  return end;
}

// True if a word can begin at this place of a query; an @ anywhere else is part of a word.
bool begins_a_word(std::string_view query, std::size_t at) {
  constexpr std::string_view kBefore = " \t\n(-!|";
  return at == 0 || kBefore.find(query[at - 1]) != std::string_view::npos;
}

void check_name(const std::string& name) {
  if (!is_saved_name(name))
    throw Error(ExitCode::usage,
                "'" + name + "' is no name for a query: letters, digits, '-', '_' and '.'");
}

// Held while the file is read and rewritten: other processes that save wait.
class FileLock {
 public:
  explicit FileLock(const fs::path& path)
      : file_(::open((path.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (file_.number() < 0 || ::flock(file_.number(), LOCK_EX) != 0)
      throw Error(ExitCode::cannot_create, "cannot lock '" + path.string() + "'");
  }

 private:
  Descriptor file_;
};

// The target of a symbolic link: the target must be replaced, not the link.
fs::path real_path(const fs::path& path) {
  std::error_code none;
  const fs::path real = fs::canonical(path, none);
  return none ? path : real;
}

}  // namespace

fs::path saved_queries_path(const Environment& environment) {
  if (const auto named = environment("NEWSINDEX_QUERIES"); named && !named->empty()) return *named;
  if (const auto folder = environment("XDG_CONFIG_HOME"); folder && !folder->empty())
    return fs::path(*folder) / "newsindex/queries.tsv";
  if (const auto home = environment("HOME"); home && !home->empty())
    return fs::path(*home) / ".config/newsindex/queries.tsv";
  throw Error(ExitCode::config,
              "no place for saved queries: neither NEWSINDEX_QUERIES nor XDG_CONFIG_HOME nor HOME "
              "is set");
}

bool is_saved_name(std::string_view name) {
  return !name.empty() && is_alphanumeric(name.front()) && is_alphanumeric(name.back()) &&
         std::all_of(name.begin(), name.end(), is_of_name);
}

SavedQueries SavedQueries::read(const fs::path& path) {
  SavedQueries saved;
  saved.path_ = path;
  std::istringstream in(text_of(path));
  read_query_file(in, [&](const QueryLine& line) { saved.take(line); });
  return saved;
}

void SavedQueries::take(const QueryLine& line) {
  if (!line.is_named) {
    faults_.push_back({line, "it is not NAME<TAB>QUERY"});
  } else if (!is_saved_name(line.name)) {
    faults_.push_back({line, "'" + line.name + "' is no name for a query"});
  } else if (const auto [first, is_new] = by_name_.try_emplace(line.name, line); !is_new) {
    faults_.push_back({line, name_used_before(line.name, first->second.number)});
  }
}

SavedQueries SavedQueries::with(const std::string& name, const std::string& query) const {
  check_name(name);
  SavedQueries others = *this;
  others.by_name_[name] = {0, name, query, true};
  std::erase_if(others.faults_, [&](const SavedFault& fault) { return fault.line.name == name; });
  return others;
}

const std::string& SavedQueries::query_of(const std::string& name) const {
  for (const SavedFault& fault : faults_)
    if (fault.line.name == name)
      throw Error(ExitCode::usage, "saved query '@" + name + "': '" + path_.string() + "' line " +
                                       std::to_string(fault.line.number) + ": " + fault.sentence);
  const auto found = by_name_.find(name);
  if (found != by_name_.end()) return found->second.query;
  std::vector<std::string> names;
  for (const auto& [each, query] : by_name_) names.push_back(each);
  throw Error(ExitCode::usage, "no saved query '@" + name + "' in '" + path_.string() + "'" +
                                   did_you_mean(name, names) +
                                   "; in quotation marks it is a word to search for");
}

std::string SavedQueries::replaced(std::string_view query, const std::string& within) const {
  std::string text;
  bool quoted = false;
  for (std::size_t at = 0; at < query.size(); ++at) {
    if (query[at] == '"') quoted = !quoted;
    const std::size_t end = end_of_name(query, at + 1);
    if (quoted || query[at] != '@' || !begins_a_word(query, at) || end == at + 1) {
      text += query[at];
      continue;
    }
    const std::string name(query.substr(at + 1, end - at - 1));
    const std::string mark = "@" + name + " ";
    if (within.find(mark) != std::string::npos)
      throw Error(ExitCode::usage, "saved query '@" + name + "' needs itself: " + within + mark);
    text += "(" + replaced(query_of(name), within + mark) + ")";
    at = end - 1;
  }
  return text;
}

std::string SavedQueries::replaced(std::string_view query) const { return replaced(query, ""); }

void save_query(const fs::path& path, const std::string& name, const std::string& query) {
  check_name(name);
  std::string line = query;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  make_folders(path.parent_path());
  const FileLock lock(path);
  replace_file(real_path(path), without(text_of(path), name).text + name + "\t" + line + "\n");
}

bool forget_query(const fs::path& path, const std::string& name) {
  if (!fs::exists(path)) return false;
  const FileLock lock(path);
  const Others others = without(text_of(path), name);
  if (others.had_it) replace_file(real_path(path), others.text);
  return others.had_it;
}

}  // namespace newsindex
