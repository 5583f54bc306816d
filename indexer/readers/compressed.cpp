// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/compressed.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/container.h"

namespace newsindex {
namespace {

std::string number_text(std::uint64_t number) { return std::to_string(number); }

}  // namespace

CompressedBytes::CompressedBytes(Bytes& source, Compression compression, const ReadLimits& limits)
    : input_(source), compression_(compression), limits_(limits) {}

std::string CompressedBytes::name_of_member() const {
  return std::string(member_name(compression_)) + " " + number_text(number_) + " (from byte " +
         number_text(begin_) + ")";
}

bool CompressedBytes::read_block(std::string& to) {
  if (!failure_.empty()) return false;
  const std::size_t before = to.size();
  while (to.size() == before && failure_.empty()) {
    if (!member_ && !begin_next()) return false;
    if (const MemberState state = member_->read(to); state != MemberState::more) end(state);
  }
  given_ += to.size() - before;
  if (given_ > limits_.grace_bytes + limits_.expansion * input_.offset()) {
    failure_ = "expands to more than " + number_text(limits_.expansion) + " times its size";
    can_go_on_ = false;
  }
  return to.size() > before;
}

void CompressedBytes::end(MemberState state) {
  const std::string fault = member_->fault();
  member_.reset();
  if (state == MemberState::altered && is_cut_short()) state = MemberState::broken;
  if (state == MemberState::altered)
    notes_.push_back(name_of_member() + ": " + fault + ", what was read of it may be altered");
  if (state == MemberState::broken)
    failure_ = name_of_member() + ": " + fault + ", near byte " + number_text(input_.offset());
  if (state == MemberState::cut) failure_ = "the file ends within " + name_of_member();
  if (state == MemberState::cut && !input_.failure().empty()) failure_ = input_.failure();
  can_go_on_ = state == MemberState::broken || state == MemberState::cut;
}

// Skips what may follow a member: NUL bytes, as on tapes, and zstd frames that are marked as
// skippable. False if nothing else follows.
bool CompressedBytes::skip_padding() {
  for (;;) {
    const std::string_view ahead = input_.ahead();
    input_.take(std::min(ahead.find_first_not_of('\0'), ahead.size()));
    input_.want(kMemberStart);
    if (const auto skipped = skippable_bytes(compression_, input_.ahead())) {
      if (!skip(skipped)) return false;
    } else if (!input_.ahead().empty() || !input_.grow()) {
      return !input_.ahead().empty();
    }
  }
}

// True if a member with a wrong checksum ended by chance, among the bytes of the next member.
bool CompressedBytes::is_cut_short() {
  const std::string_view magic = magic_of(compression_);
  const std::string_view behind = input_.of_member();
  for (std::size_t at = behind.find(magic); at != std::string_view::npos;
       at = behind.find(magic, at + 1))
    if (is_member_start(compression_, behind.substr(at))) return true;
  return skip_padding() && !begins_member();
}

bool CompressedBytes::begins_member() {
  input_.want(kMemberStart);
  return may_begin_member(compression_, input_.ahead());
}

bool CompressedBytes::skip(std::uint64_t bytes) {
  while (bytes > 0) {
    if (input_.ahead().empty() && !input_.grow()) return false;
    const auto part = std::min<std::uint64_t>(bytes, input_.ahead().size());
    input_.take(static_cast<std::size_t>(part));
    bytes -= part;
  }
  return true;
}

bool CompressedBytes::find_member() {
  const std::string_view magic = magic_of(compression_);
  while (input_.want(kMemberStart)) {
    const std::string_view ahead = input_.ahead();
    const std::size_t last = ahead.size() - kMemberStart;
    for (std::size_t at = ahead.find(magic); at <= last; at = ahead.find(magic, at + 1))
      if (is_member_start(compression_, ahead.substr(at))) {
        input_.take(at);
        return true;
      }
    input_.take(last + 1);
  }
  return false;
}

// Skips bytes after a member that begin no other member, up to the next one.
bool CompressedBytes::pass_over_others() {
  const std::uint64_t from = input_.offset();
  const bool found = find_member();
  if (!found)
    while (!input_.ahead().empty() || input_.grow()) input_.take(input_.ahead().size());
  notes_.push_back(number_text(input_.offset() - from) + " bytes from byte " + number_text(from) +
                   " are no " + std::string(member_name(compression_)) + ", and were not read");
  return found;
}

bool CompressedBytes::begin_next() {
  if (number_ > 0) {
    if (!skip_padding()) return false;
    if (!begins_member() && !pass_over_others()) return false;
  }
  begin_ = input_.offset();
  ++number_;
  input_.begin_member();
  member_ = open_member(compression_, input_);
  return true;
}

bool CompressedBytes::go_on() {
  if (!std::exchange(can_go_on_, false) || !input_.failure().empty()) return false;
  input_.look_back();
  if (!find_member()) return false;
  failure_.clear();
  return begin_next();
}

void read_compressed(Bytes& bytes, Compression compression, const ReadPlace& place,
                     RecordSink& sink) {
  const std::uint64_t before = sink.count();
  CompressedBytes text(bytes, compression, sink.limits());
  ReadPlace within = place;
  AppendableFormat shape = AppendableFormat::no;
  do {
    PeekedBytes peeked(text);
    constexpr std::size_t kEnough = 512;
    // A compressed container counts as one container.
    within.depth = place.depth + (is_container(peeked.peek(kEnough)) ? 0 : 1);
    shape = read_bytes(peeked, within, sink);
  } while (text.given() == 0 && sink.wants_more() && text.go_on());
  while (shape != AppendableFormat::no && sink.wants_more() && text.go_on())
    read_on(text, shape, within, sink);
  for (const std::string& note : text.notes()) sink.refuse(note);
  if (sink.count() == before && sink.wants_more() && place.depth == 0)
    sink.refuse("no articles in it");
}

}  // namespace newsindex
