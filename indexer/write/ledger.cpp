// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/ledger.h"

#include <charconv>
#include <fstream>
#include <string_view>

#include "schema/archive/durable.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "newsindex ledger 1";
constexpr std::string_view kStandardInput = "-";

std::string key_of(const SourceFile& file) {
  return fs::absolute(file.path).lexically_normal().string();
}

// A path can hold every byte but NUL; tabs and line ends would end the field.
std::string escaped(std::string_view path) {
  std::string out;
  for (const char c : path) {
    switch (c) {
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    out += c == 't' ? '\t' : c == 'n' ? '\n' : c;
  }
  return out;
}

std::string_view take_field(std::string_view& line) {
  const std::size_t tab = line.find('\t');
  const std::string_view taken = line.substr(0, tab);
  line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  return taken;
}

template <class Number>
bool take_number(std::string_view& line, Number& number) {
  const std::string_view text = take_field(line);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_line(std::string_view line, std::map<std::string, LedgerEntry>& entries) {
  LedgerEntry entry;
  if (!take_number(line, entry.bytes) || !take_number(line, entry.modified_ns) ||
      !take_number(line, entry.records) || !take_number(line, entry.rejects))
    return false;
  entry.settings = take_field(line);
  if (entry.settings.empty() || line.empty()) return false;
  entries.emplace_hint(entries.end(), unescaped(line), std::move(entry));
  return true;
}

}  // namespace

Ledger Ledger::read(const fs::path& archive, const std::string& name) {
  Ledger ledger;
  if (name.empty()) return ledger;
  const fs::path path = archive / name;
  const auto damaged = [&path](const std::string& why) {
    return Error(ExitCode::internal, "ledger '" + path.string() + "' is damaged: " + why);
  };
  std::ifstream in(path, std::ios::binary);
  std::string line;
  if (!in || !std::getline(in, line) || line != kFirstLine)
    throw damaged("its first line is missing");
  for (std::size_t number = 2; std::getline(in, line); ++number)
    if (!read_line(line, ledger.entries_)) throw damaged("line " + std::to_string(number));
  return ledger;
}

std::string Ledger::write(const fs::path& archive, std::uint64_t revision) const {
  std::string text(kFirstLine);
  text += '\n';
  for (const auto& [path, entry] : entries_)
    text += std::to_string(entry.bytes) + '\t' + std::to_string(entry.modified_ns) + '\t' +
            std::to_string(entry.records) + '\t' + std::to_string(entry.rejects) + '\t' +
            entry.settings + '\t' + escaped(path) + '\n';
  std::string name = "sources-" + std::to_string(revision) + ".tsv";
  replace_file(archive / name, text);
  return name;
}

const LedgerEntry* Ledger::unchanged(const SourceFile& file, const std::string& settings) const {
  if (file.path == kStandardInput) return nullptr;
  const auto found = entries_.find(key_of(file));
  if (found == entries_.end()) return nullptr;
  const LedgerEntry& entry = found->second;
  const bool same = entry.bytes == file.bytes && entry.modified_ns == file.modified_ns &&
                    entry.settings == settings;
  return same ? &entry : nullptr;
}

bool Ledger::remember(const SourceFile& file, const LedgerEntry& entry) {
  if (file.path == kStandardInput) return false;
  LedgerEntry& known = entries_[key_of(file)];
  if (known == entry) return false;
  known = entry;
  return true;
}

}  // namespace newsindex
