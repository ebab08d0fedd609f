# Who has cleared which text for sending.

approval-heading = Approval
approval-none = Not approved yet
approval-holds = Approved by { $by }, { $when }
approval-void = Changed since { $by } approved it, { $when }
approval-somebody = somebody

command-approve = Approve all languages
command-approve-language = Approve
command-withdraw-approval = Withdraw all approvals
command-withdraw-approval-language = Withdraw

finding-approval-void = The text has changed since { $by } approved it; have it approved again.
finding-approval-missing = The release counts as approved, but nobody has approved this text.

bar-approved = Approved
bar-approval-void = Approval void
