// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/terms.h"

#include <array>
#include <charconv>

#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr char kLevelMark = '/';
constexpr std::size_t kLevelDigits = 3;

void append_number(std::string& out, unsigned number, std::size_t digits) {
  std::string text = std::to_string(number);
  if (text.size() < digits) out.append(digits - text.size(), '0');
  out += text;
}

void append_big_endian(std::string& out, std::uint64_t number, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out.push_back(static_cast<char>((number >> shift) & 0xff));
}

// Seconds are stored from year 0 on, so that old newspapers sort before new ones.
constexpr std::int64_t kOrderEpoch = 62'167'219'200;  // seconds from 0000-01-01 to 1970-01-01
constexpr int kOrderTimeBytes = 5;
constexpr int kOrderHashBytes = 5;

// NUL bytes count twice in a Xapian term.
std::size_t stored_size(std::string_view text) {
  std::size_t size = text.size();
  for (char c : text) size += c == '\0';
  return size;
}

}  // namespace

std::string make_term(std::string_view prefix, std::string_view text) {
  std::string term(prefix);
  if (prefix.size() + stored_size(text) <= kMaxTermBytes) return term.append(text);
  constexpr std::size_t kKept = 100;  // short enough even if every byte is NUL
  return term.append(text.substr(0, kKept)).append("#").append(hex_digest(text));
}

std::string id_term(std::string_view id) { return make_term(field("id").prefix, id); }

std::string whole_value_term(const Field& field, std::string_view folded) {
  return make_term(field.prefix, std::string("=").append(folded));
}

std::string level_term_prefix(const Field& field, std::string_view key) {
  return make_term(field.prefix, key) + kLevelMark;
}

std::string level_term(const Field& field, std::string_view key, int level) {
  std::string term = level_term_prefix(field, key);
  append_number(term, static_cast<unsigned>(level), kLevelDigits);
  return term;
}

std::string alias_term(const Field& field, std::string_view alias_key, std::string_view key) {
  std::string term = alias_term_prefix(field, alias_key) + std::string(key);
  return term.size() <= kMaxTermBytes ? term : std::string();
}

std::string alias_term_prefix(const Field& field) {
  return "XA" + std::string(field.prefix.substr(1));
}

std::string alias_term_prefix(const Field& field, std::string_view alias_key) {
  return alias_term_prefix(field) + std::string(alias_key) + "/";
}

int level_of_term(std::string_view term) {
  int level = 0;
  if (term.size() < kLevelDigits) return level;
  const std::string_view digits = term.substr(term.size() - kLevelDigits);
  std::from_chars(digits.data(), digits.data() + digits.size(), level);
  return level;
}

std::string_view topic_key(std::string_view topic_id) {
  const std::size_t colon = topic_id.find(':');
  return colon == std::string_view::npos ? topic_id : topic_id.substr(colon + 1);
}

std::string year_term(std::chrono::year year) {
  std::string term(kYearPrefix);
  append_number(term, static_cast<unsigned>(static_cast<int>(year)), 4);
  return term;
}

std::string month_term(std::chrono::year_month month) {
  std::string term(kMonthPrefix);
  append_number(term, static_cast<unsigned>(static_cast<int>(month.year())), 4);
  append_number(term, static_cast<unsigned>(month.month()), 2);
  return term;
}

std::string day_term(Day day) {
  std::string term(kDayPrefix);
  append_number(term, static_cast<unsigned>(static_cast<int>(day.year())), 4);
  append_number(term, static_cast<unsigned>(day.month()), 2);
  append_number(term, static_cast<unsigned>(day.day()), 2);
  return term;
}

std::string order_value(const std::optional<Published>& published, std::string_view id) {
  std::string value;
  const std::int64_t seconds = published ? to_unix_seconds(*published) + kOrderEpoch : 0;
  append_big_endian(value, static_cast<std::uint64_t>(seconds < 0 ? 0 : seconds), kOrderTimeBytes);
  append_big_endian(value, digest64(id), kOrderHashBytes);
  return value;
}

std::optional<std::int64_t> unix_seconds_of_order_value(std::string_view value) {
  if (value.size() < kOrderTimeBytes) return std::nullopt;
  std::int64_t seconds = 0;
  for (char c : value.substr(0, kOrderTimeBytes))
    seconds = seconds << 8 | static_cast<unsigned char>(c);
  if (seconds == 0) return std::nullopt;
  return seconds - kOrderEpoch;
}

std::string sequence_value(std::uint64_t sequence) {
  constexpr int kSequenceBytes = 6;
  std::string value;
  append_big_endian(value, sequence, kSequenceBytes);
  return value;
}

std::uint64_t sequence_of_value(std::string_view value) {
  std::uint64_t sequence = 0;
  for (const char byte : value) sequence = sequence << 8 | static_cast<unsigned char>(byte);
  return sequence;
}

}  // namespace newsindex
