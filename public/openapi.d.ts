// Generated from the routes by `npm run openapi`. Do not edit.

export interface paths {
    "/.well-known/oauth-protected-resource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell where an MCP client signs its person in (RFC 9728) */
        get: operations["getProtectedResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/oauth-protected-resource/api/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell where an MCP client signs its person in (RFC 9728) */
        get: operations["getMcpProtectedResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read your profile and settings */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        /** Erase your account and everything that is yours, for good */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /** Change your settings; plans that exist stay as they are */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/account/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a secret address at which calendar programs read your tasks; the one before it ends */
        post: operations["openCalendar"];
        /** End the address at which calendar programs read your tasks */
        delete: operations["revokeCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export everything that is yours, as one JSON file */
        get: operations["exportAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what you did and missed in the last twelve weeks, and what works for you */
        get: operations["getInsights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/memories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what the assistant remembers about you, newest first */
        get: operations["listMemories"];
        put?: never;
        /** Have the assistant remember a fact; an older one about the same is replaced */
        post: operations["createMemory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/memories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Have the assistant forget something */
        delete: operations["deleteMemory"];
        options?: never;
        head?: never;
        /** Correct what the assistant remembers */
        patch: operations["changeMemory"];
        trace?: never;
    };
    "/account/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what you used and what it cost, by day */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your conversations, the one with the newest message first */
        get: operations["listConversations"];
        put?: never;
        /** Send a message; the answer is polled or streamed */
        post: operations["postChatMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a conversation with its messages, artifacts and sandbox */
        delete: operations["deleteConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/{clientId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a file to a conversation, for the programs that run in it and for the model
         * @description The body is the file itself, of any type, at most 4 MB. Every program that runs after it finds it at `/home/user/<name>`
         *     and `/mnt/data/<name>`. The first file makes the conversation; a file of the same name gives way. 200 files of 64 MB together may be
         *     kept, 32 MB of them in one conversation.
         */
        post: operations["addChatFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/{clientId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the messages of a conversation and what became of them, newest first */
        get: operations["listChatMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/artifacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a chart or file that a run made */
        get: operations["getChatArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/response/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the newest message of a conversation and what became of it; or, as an event stream, what happens to it
         * @description With `Accept: text/event-stream` the answer is a stream of numbered events, each with its `message_id`:
         *     `status{status}`, `tool{id,name,arguments,status,result?}`, `code{language,code}`, `stdout{text}`, `stderr{text}`,
         *     `result{text?,artifact_id?,mime?,name?}`, `token{text,attempt,index}` (the answer as it is written; a higher attempt begins it
         *     anew) and `done{status,message}`, whose message is what counts. It ends when nothing more is to come, and by itself after 50 s:
         *     come back with `Last-Event-ID`.
         */
        get: operations["getChatResponse"];
        put?: never;
        post?: never;
        /** Cancel what runs and what is queued in a conversation */
        delete: operations["cancelChatResponse"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/ui": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message from the AI SDK’s useChat, and stream its answer as a UI message
         * @description The same conversations as everywhere else: the body's `id` is the client id. After 50 s the connection breaks, and never ends as if
         *     the answer were whole: resume at /api/chat/ui/{id}/stream. Stopping only stops reading: to cancel, DELETE /api/chat/response/{id}.
         */
        post: operations["sendUiMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/ui/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stream the message that is being answered again, from its beginning */
        get: operations["resumeUiMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a browser needs to sign in; public by nature */
        get: operations["getClientConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether the API server is alive */
        get: operations["getApiHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether every dependency answers */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Speak MCP (Streamable HTTP, stateless): the intents as tools, goals and the week as resources */
        post: operations["callMcp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mcp/oauth-protected-resource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell where an MCP client signs its person in (RFC 9728) */
        get: operations["getMcpMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be reminded of tasks in this browser */
        post: operations["addPushSubscription"];
        /** Be reminded in this browser no more */
        delete: operations["removePushSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/vapid-public-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the key that browsers subscribe with */
        get: operations["getVapidPublicKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rag/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a text of your own */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rag/ingest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a text of your own that plans can draw on */
        post: operations["ingestDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rag/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find the texts, yours and the shared ones, that answer a question */
        get: operations["searchDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voice/intents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carry out what was asked for, once for each call; the answer is text to speak */
        post: operations["runVoiceIntent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voice/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save what was said; always 200, also for what is dropped */
        post: operations["saveVoiceMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voice/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a voice session: a token for Deepgram and the settings to send */
        post: operations["openVoiceSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voice/session/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a voice session; a second time says the same */
        delete: operations["closeVoiceSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voice/sessions/{session_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what was said in a session, in order */
        get: operations["getVoiceTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your goals, newest first */
        get: operations["listGoals"];
        put?: never;
        /** State a goal; its plan follows */
        post: operations["createGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one goal with its plan and progress */
        get: operations["getGoal"];
        put?: never;
        post?: never;
        /** Delete a goal with its tasks */
        delete: operations["deleteGoal"];
        options?: never;
        head?: never;
        /** Change a goal; a new target date plans it again */
        patch: operations["changeGoal"];
        trace?: never;
    };
    "/goals/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the questions of a goal's plan; it is planned again with them */
        post: operations["answerGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan a goal again from today, keeping what is done */
        post: operations["planGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take or leave the proposed change of a goal's plan */
        post: operations["decideProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether the service is alive */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your tasks by day and time, repeating ones expanded into their occurrences */
        get: operations["listTasks"];
        put?: never;
        /** Add a task, one-off or repeating */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the calendar that programs subscribe to, by the token in its address */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one task, or one occurrence of a repeating task */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /** Delete a task, a whole series, or one occurrence */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /** Complete, miss, cancel, move or edit a task */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/tasks/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest up to three new times that fit */
        get: operations["findSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview what a line of words would make, saving nothing */
        post: operations["previewTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            available_hours: {
                /** @example 07:00 */
                from: string;
                /** @example 21:00 */
                to: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            created_at: string;
            daily_minutes: number;
            email: string | null;
            /** Format: uuid */
            id: string;
            /**
             * @description Language, script and region (BCP 47) in which to speak to the person; null when none was named.
             * @example de-AT
             */
            locale: string | null;
            morning_brief: boolean;
            name: string | null;
            /**
             * @description The part of the day that suits planned tasks best; null when any does.
             * @example morning
             * @enum {string|null}
             */
            preferred_time: "morning" | "midday" | "evening" | null;
            quiet_hours: {
                /** @example 07:00 */
                from: string;
                /** @example 21:00 */
                to: string;
            } | null;
            reminder_lead_minutes: number;
            rest_days: number[];
            /** @example Europe/Berlin */
            timezone: string;
        };
        /**
         * @example {
         *       "timezone": "Europe/Berlin",
         *       "daily_minutes": 90,
         *       "rest_days": [
         *         0
         *       ]
         *     }
         */
        AccountChanges: {
            /** @description Between which times planned tasks may take place, by the clock where the person is. */
            available_hours?: {
                /** @example 07:00 */
                from: string;
                /** @example 21:00 */
                to: string;
            };
            /**
             * @description Minutes a day for all goals together. It counts for plans that are made from now on.
             * @example 90
             */
            daily_minutes?: number;
            /**
             * @description Language, script and region (BCP 47) in which to speak to the person; null when none was named.
             * @example de-AT
             */
            locale?: string | null;
            /** @description Whether a short overview of the day comes each morning. */
            morning_brief?: boolean;
            /** @example Ada */
            name?: string | null;
            /**
             * @description The part of the day that suits planned tasks best; null when any does.
             * @example morning
             * @enum {string|null}
             */
            preferred_time?: "morning" | "midday" | "evening" | null;
            /** @description When no reminder comes, by the clock where the person is; from 22:00 to 07:00 is a night. */
            quiet_hours?: {
                /** @example 22:00 */
                from: string;
                /** @example 07:00 */
                to: string;
            } | null;
            /**
             * @description How long before a task its reminder comes.
             * @example 10
             */
            reminder_lead_minutes?: number;
            /**
             * @description Weekdays without planned tasks: 0 is Sunday, 6 is Saturday.
             * @example [
             *       0,
             *       6
             *     ]
             */
            rest_days?: number[];
            /** @example Europe/Berlin */
            timezone?: string;
        };
        CalendarLink: {
            /**
             * Format: uri
             * @description Keep it secret: whoever has it reads your tasks. It is shown this once.
             * @example https://flux.example.com/tasks.ics?token=ulNy0tDeMZ0b8Wh9NHgVvkdRAhuYDi0jCezjKNfCC2k
             */
            url: string;
        };
        ChatAcknowledgement: {
            /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
            clientId: string;
            /** @enum {string} */
            message: "Chat message received and is being processed";
            /** Format: uuid */
            messageId: string;
            /** @enum {boolean} */
            success: true;
        };
        ChatCancellation: {
            /** @description The messages that were running or queued; may be empty. */
            cancelled: string[];
            /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
            clientId: string;
            /** @enum {boolean} */
            success: true;
        };
        ChatFile: {
            bytes: number;
            /** Format: uuid */
            id: string;
            /** @example text/csv */
            mime: string;
            /**
             * @description As programs find it in /home/user and /mnt/data.
             * @example sales.csv
             */
            name: string;
        };
        ChatInput: {
            /**
             * @description Files of this conversation that the message is about, by the ids that adding them gave.
             * @default []
             */
            attachments: string[];
            /**
             * @example Run this:
             *     ```python
             *     import math
             *     print(math.factorial(20))
             *     ```
             */
            message: string;
            /**
             * Format: uuid
             * @description Optional; must be your own id.
             */
            user_id?: string;
            /**
             * @description `queue`: after what runs; `replace`: cancels what runs and is queued, and takes its place.
             * @default queue
             * @enum {string}
             */
            when_busy: "queue" | "replace";
        };
        ChatResponse: {
            execution?: components["schemas"]["Execution"];
            lastMessage: string;
            lastResponse: {
                /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
                clientId: string;
                execution?: components["schemas"]["Execution"];
                message: string;
                requiresE2B: boolean;
                /**
                 * Format: date-time
                 * @example 2026-11-22T10:00:00.000Z
                 */
                timestamp: string;
            } | null;
            /** Format: uuid */
            messageId: string;
            requiresE2B: boolean;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            timestamp: string;
        };
        ClientConfig: {
            /** @example sb_publishable_… */
            supabase_publishable_key: string;
            /**
             * Format: uri
             * @example https://abcdefghijklmnop.supabase.co
             */
            supabase_url: string;
            /** @description Whether voice sessions can be started. */
            voice: boolean;
        };
        ClosedVoiceSession: {
            duration_seconds: number;
            message_count: number;
            /** @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j */
            session_id: string;
            /** @enum {string} */
            status: "closed";
        };
        Conversation: {
            /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
            clientId: string;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            createdAt: string;
            lastMessage: string;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            lastMessageAt: string;
            /**
             * @description The newest message's.
             * @enum {string}
             */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            /**
             * @description The start of the first message.
             * @example What is 2**10?
             */
            title: string;
        };
        ConversationMessage: {
            attachments: components["schemas"]["ChatFile"][];
            content: string;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            ended_at: string | null;
            /** @description What programs printed is cut to 10,000 characters here. */
            execution?: {
                code: string;
                duration_ms: number;
                error: {
                    name: string;
                    traceback: string;
                    value: string;
                } | null;
                /** @enum {string} */
                language: "python";
                /**
                 * @description The sandbox was new: variables of earlier messages were gone.
                 * @enum {boolean}
                 */
                restarted?: true;
                results: {
                    /**
                     * Format: uuid
                     * @description Read it at /api/chat/artifacts/{id}.
                     */
                    artifact_id?: string;
                    /** @example image/png */
                    mime?: string;
                    /**
                     * @description Of a file that the program wrote. Without an artifact it was too much to come back, and text says so.
                     * @example report.csv
                     */
                    name?: string;
                    text?: string;
                }[];
                stderr: string;
                stdout: string;
            };
            /** Format: uuid */
            message_id: string;
            requiresE2B: boolean;
            /** @description null until it ends. */
            response: string | null;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            tools: {
                arguments: {
                    [key: string]: unknown;
                };
                /** @example create_task */
                name: string;
                /**
                 * @description What the tool said.
                 * @example “Gym” is on your list for today.
                 */
                result?: string;
                /** @enum {string} */
                status: "running" | "done" | "error";
            }[];
        };
        DocumentInput: {
            /**
             * Format: uri
             * @example https://example.com/spaced-repetition
             */
            source_url?: string | null;
            /**
             * @description Plain text or Markdown.
             * @example # The first month
             *
             *     I went twice a week, always in the morning, and counted lengths.
             */
            text: string;
            /** @example How I learned to swim at forty */
            title: string;
        };
        Execution: {
            code: string;
            duration_ms: number;
            error: {
                name: string;
                traceback: string;
                value: string;
            } | null;
            /** @enum {string} */
            language: "python";
            /**
             * @description The sandbox was new: variables of earlier messages were gone.
             * @enum {boolean}
             */
            restarted?: true;
            results: {
                /**
                 * Format: uuid
                 * @description Read it at /api/chat/artifacts/{id}.
                 */
                artifact_id?: string;
                /** @example image/png */
                mime?: string;
                /**
                 * @description Of a file that the program wrote. Without an artifact it was too much to come back, and text says so.
                 * @example report.csv
                 */
                name?: string;
                text?: string;
            }[];
            stderr: string;
            stdout: string;
        };
        Goal: {
            /** @description What the goal's words ask to be said first, and where help is. In a crisis there is no plan. */
            care: {
                /** @enum {string} */
                kind: "crisis" | "violence" | "eating" | "medicine" | "withdrawal" | "pregnancy" | "injury" | "child";
                /** @description In the language of the words that it answers. */
                message: string;
                /** @description Where help is, for the person's country as far as it is known. */
                resources: {
                    contact: string;
                    name: string;
                }[];
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            created_at: string;
            description: string;
            /** Format: uuid */
            id: string;
            plan_error: string | null;
            plan_json: {
                attempts: {
                    /** @enum {string} */
                    by: "llm" | "repair" | "template";
                    ok: boolean;
                    problems: string[];
                }[];
                checks: {
                    detail?: string;
                    ok: boolean;
                    rule: string;
                }[];
                end_date: string;
                /** @enum {string} */
                language: "en" | "de" | "fr" | "es" | "pt" | "it" | "nl";
                later: {
                    from: string;
                    success_criterion: string;
                    title: string;
                    until: string;
                }[];
                model: string | null;
                notes: string[];
                playbook?: string;
                reachable?: boolean;
                /** @enum {string} */
                source: "llm" | "template";
                sources: {
                    document_id: string;
                    source_url: string | null;
                    title: string;
                }[];
                start_date: string;
                summary: string;
                timezone: string;
                /** @enum {number} */
                version: 1;
                weeks: {
                    milestone: {
                        success_criterion: string;
                        title: string;
                    };
                    review?: string;
                    starts_on: string;
                    tasks: {
                        date: string;
                        description: string;
                        duration_minutes: number;
                        /** Format: uuid */
                        id: string;
                        /** @enum {boolean} */
                        kept?: true;
                        start_time?: string;
                        title: string;
                    }[];
                    week: number;
                }[];
            } | null;
            /** @enum {string} */
            plan_status: "pending" | "planning" | "ready" | "failed";
            progress: {
                /** @description Null until there is a plan. */
                current_week: number | null;
                done: number;
                minutes_done: number;
                minutes_total: number;
                /** @description Four fifths of the minutes that the plan had before today are done, what is done and what lies ahead make up four fifths of the whole, and the goal can be reached. Moving late tasks ahead does not change it. */
                on_track: boolean;
                total: number;
            };
            proposal: components["schemas"]["PlanProposal"];
            /** @description What would change the plan if it were known. */
            questions: {
                id: string;
                options?: string[];
                text: string;
            }[];
            /**
             * Format: date
             * @example 2027-02-13
             */
            start_date: string | null;
            /** @enum {string} */
            status: "active" | "completed" | "abandoned";
            /**
             * Format: date
             * @example 2027-02-13
             */
            target_date: string | null;
            title: string;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
        };
        /**
         * @example {
         *       "target_date": "2027-03-14"
         *     }
         */
        GoalChanges: {
            description?: string;
            /**
             * @description A goal that is no longer active gives its days back; one that becomes active again is planned anew.
             * @enum {string}
             */
            status?: "active" | "completed" | "abandoned";
            /**
             * Format: date
             * @description The last day, today or up to five years ahead, or null for what the words say. A new one plans again.
             * @example 2027-02-13
             */
            target_date?: string | null;
            title?: string;
        };
        GoalInput: {
            /** @example Lose 15 lbs and improve stamina over 12 weeks */
            description?: string | null;
            /**
             * Format: date
             * @description The last day: today, or up to five years ahead.
             * @example 2027-02-13
             */
            target_date?: string | null;
            /** @example Get fit for my wedding */
            title: string;
            /**
             * Format: uuid
             * @description Optional; must be your own id.
             */
            user_id?: string;
        };
        IngestedDocument: {
            /**
             * @description In how many pieces it can be found.
             * @example 3
             */
            chunks: number;
            /** Format: uuid */
            id: string;
        };
        Insights: {
            by_goal: {
                /** Format: uuid */
                goal_id: string;
                minutes: number;
            }[];
            by_part_of_day: {
                evening: {
                    done: number;
                    missed: number;
                };
                midday: {
                    done: number;
                    missed: number;
                };
                morning: {
                    done: number;
                    missed: number;
                };
                untimed: {
                    done: number;
                    missed: number;
                };
            };
            /**
             * @description From Sunday to Saturday.
             * @example [
             *       {
             *         "done": 3,
             *         "missed": 1
             *       },
             *       {
             *         "done": 3,
             *         "missed": 1
             *       },
             *       {
             *         "done": 3,
             *         "missed": 1
             *       },
             *       {
             *         "done": 3,
             *         "missed": 1
             *       },
             *       {
             *         "done": 3,
             *         "missed": 1
             *       },
             *       {
             *         "done": 3,
             *         "missed": 1
             *       },
             *       {
             *         "done": 3,
             *         "missed": 1
             *       }
             *     ]
             */
            by_weekday: {
                done: number;
                missed: number;
            }[];
            done: number;
            /**
             * Format: date
             * @example 2027-02-13
             */
            from: string;
            message: string;
            missed: number;
            /** @description Days with something done, without a day on which all was left undone. */
            streak_days: number;
            /**
             * Format: date
             * @example 2027-02-13
             */
            to: string;
            /** @description Oldest first, from Monday. */
            weeks: {
                done: number;
                minutes: number;
                missed: number;
                /**
                 * Format: date
                 * @example 2027-02-13
                 */
                starts_on: string;
            }[];
        };
        Memory: {
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            created_at: string;
            /** Format: uuid */
            id: string;
            /**
             * @description The chat message or voice session in which it was said, or "account" for what you wrote yourself.
             * @example account
             */
            source: string;
            /** @example My sister's name is Ana. */
            text: string;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            updated_at: string;
        };
        MemoryInput: {
            /**
             * @description One fact, in your own words. Passwords, keys and card numbers are refused.
             * @example My sister's name is Ana.
             */
            text: string;
        };
        /**
         * @example {
         *       "answers": [
         *         {
         *           "id": "level",
         *           "text": "I can run 5 km"
         *         }
         *       ]
         *     }
         */
        PlanAnswers: {
            answers: {
                id: string;
                text: string;
            }[];
        };
        PlanProposal: {
            changes: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            created_at: string;
            /** Format: uuid */
            id: string;
            reason: string;
            summary: string;
        } | null;
        PlanWishes: {
            /**
             * @description Wishes in words, for the model. Left out, those of the last time hold; empty, they are dropped.
             * @example No running, my knee hurts. Swimming is fine.
             */
            instructions?: string | null;
        };
        Problem: {
            /**
             * @example not_found
             * @enum {string}
             */
            code: "bad_json" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "conflict" | "idempotency_in_progress" | "too_large" | "unsupported_media_type" | "invalid" | "idempotency_mismatch" | "rate_limited" | "cost_limit" | "internal" | "provider_error" | "not_configured" | "unavailable" | "timeout";
            /** @example There is no such goal. */
            detail: string;
            errors?: {
                message: string;
                path: string;
            }[];
            request_id: string;
            /** @example 404 */
            status: number;
            /** @example Not found */
            title: string;
            /** @example about:blank */
            type: string;
        };
        ProposalDecision: {
            accept: boolean;
        };
        ProtectedResource: {
            /**
             * @example [
             *       "https://project.supabase.co/auth/v1"
             *     ]
             */
            authorization_servers: string[];
            bearer_methods_supported: "header"[];
            /**
             * Format: uri
             * @example https://flux.example.com/api/mcp
             */
            resource: string;
        };
        Readiness: {
            dependencies: {
                auth: {
                    /** @description null when nothing had to be asked */
                    latency_ms: number | null;
                    /** @example hosted */
                    mode: string;
                    ok: boolean;
                    reason: string | null;
                };
                configuration: {
                    /** @description null when nothing had to be asked */
                    latency_ms: number | null;
                    /** @example hosted */
                    mode: string;
                    ok: boolean;
                    reason: string | null;
                };
                database: {
                    /** @description null when nothing had to be asked */
                    latency_ms: number | null;
                    /** @example hosted */
                    mode: string;
                    ok: boolean;
                    reason: string | null;
                };
                inngest: {
                    /** @description null when nothing had to be asked */
                    latency_ms: number | null;
                    /** @example hosted */
                    mode: string;
                    ok: boolean;
                    reason: string | null;
                };
                model: {
                    /** @description null when nothing had to be asked */
                    latency_ms: number | null;
                    /** @example hosted */
                    mode: string;
                    ok: boolean;
                    reason: string | null;
                };
                sandbox: {
                    /** @description null when nothing had to be asked */
                    latency_ms: number | null;
                    /** @example hosted */
                    mode: string;
                    ok: boolean;
                    reason: string | null;
                };
                voice: {
                    /** @description null when nothing had to be asked */
                    latency_ms: number | null;
                    /** @example hosted */
                    mode: string;
                    ok: boolean;
                    reason: string | null;
                };
            };
            /** @enum {string} */
            status: "ready" | "not_ready";
        };
        SavedVoiceMessage: {
            message_id: string;
            /** @enum {string} */
            status: "saved";
        } | {
            /** @example session_not_open */
            reason: string;
            /** @enum {string} */
            status: "dropped";
        };
        SearchAnswer: {
            query: string;
            results: components["schemas"]["SearchResult"][];
        };
        SearchResult: {
            /** Format: uuid */
            document_id: string;
            /**
             * @description The share of the query that the text covers, 0 to 1.
             * @example 0.42
             */
            score: number;
            /**
             * @description Plain text, not HTML: show it as text. The words found stand between **.
             * @example So have a rule ready before it is needed: never **miss** twice. The **day** after a **miss**, do …
             */
            snippet: string;
            source_url: string | null;
            /** @example What to do after a missed day */
            title: string;
        };
        Slot: {
            /**
             * Format: date
             * @example 2027-02-13
             */
            date: string;
            duration_minutes: number;
            /** @example Tomorrow at your usual time; 90 minutes are free. */
            reason: string;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            scheduled_at: string;
        };
        Subscription: {
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            created_at: string;
            endpoint: string;
            /** Format: uuid */
            id: string;
        };
        SubscriptionEnd: {
            /** @example https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn */
            endpoint: string;
        };
        SubscriptionInput: {
            /** @example https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn */
            endpoint: string;
            keys: {
                /** @example tBHItJI5svbpez7KI4CCXg */
                auth: string;
                /** @example BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM */
                p256dh: string;
            };
        };
        Task: {
            /** @description What the task's words ask to be said first, and where help is. */
            care: {
                /** @enum {string} */
                kind: "crisis" | "violence" | "eating" | "medicine" | "withdrawal" | "pregnancy" | "injury" | "child";
                /** @description In the language of the words that it answers. */
                message: string;
                /** @description Where help is, for the person's country as far as it is known. */
                resources: {
                    contact: string;
                    name: string;
                }[];
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date
             * @description The day in your timezone.
             * @example 2027-02-13
             */
            date: string;
            description: string;
            duration_minutes: number;
            /** Format: uuid */
            goal_id: string | null;
            /**
             * @description A UUID; for one occurrence of a repeating task the UUID with its day.
             * @example 7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23
             */
            id: string;
            /** @example FREQ=WEEKLY;BYDAY=MO,TH */
            recurrence_rule: string | null;
            /**
             * Format: date-time
             * @description Null for a task of the day, at no particular time.
             * @example 2026-11-22T10:00:00.000Z
             */
            scheduled_at: string | null;
            /**
             * Format: uuid
             * @description For an occurrence: the repeating task it belongs to.
             */
            series_id: string | null;
            /** @enum {string} */
            status: "pending" | "done" | "missed" | "cancelled";
            /** @example Run 3 km */
            title: string;
            /** Format: uuid */
            user_id: string;
            /** @description The week of the plan that the task is from. */
            week: number | null;
        };
        TaskChange: {
            /**
             * Format: date
             * @description A day alone. A task that is moved keeps its time of day.
             * @example 2027-02-13
             */
            date?: string;
            description?: string;
            /** @example 45 */
            duration_minutes?: number;
            /**
             * @description Null ends the repetition.
             * @example FREQ=WEEKLY;BYDAY=MO,TH
             */
            recurrence_rule?: string | null;
            /**
             * Format: date-time
             * @description Null takes the time of day away; a day can stand beside it.
             * @example 2026-11-22T10:00:00.000Z
             */
            scheduled_at?: string | null;
            /**
             * @description Of an occurrence: this one alone (the default), or its whole series from now on.
             * @enum {string}
             */
            scope?: "one" | "series";
            /** @enum {string} */
            status?: "pending" | "done" | "missed" | "cancelled";
            /** @example Go to the gym */
            title?: string;
            /**
             * @description Words, read in your timezone. What cannot be read for certain is refused with a question.
             * @example next Friday evening
             */
            when?: string;
        };
        TaskInput: {
            /**
             * Format: date
             * @description A day alone. A task that is moved keeps its time of day.
             * @example 2027-02-13
             */
            date?: string;
            description?: string | null;
            /**
             * @description Default 30, or what the words say.
             * @example 45
             */
            duration_minutes?: number;
            /** Format: uuid */
            goal_id?: string | null;
            /**
             * @description An RRULE of FREQ DAILY, WEEKLY or MONTHLY with INTERVAL 1–52, BYDAY, BYMONTHDAY, COUNT up to 1000 or UNTIL.
             * @example FREQ=WEEKLY;BYDAY=MO,TH
             */
            recurrence_rule?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            scheduled_at?: string;
            /** @example Go to the gym */
            title: string;
            /**
             * Format: uuid
             * @description Optional; must be your own id.
             */
            user_id?: string;
            /**
             * @description Words, read in your timezone. What cannot be read for certain is refused with a question.
             * @example next Friday evening
             */
            when?: string;
        };
        TaskPreview: {
            /**
             * Format: date
             * @example 2027-02-13
             */
            date: string;
            duration_minutes: number;
            /** @description What to ask where the words say when and it is not clear. */
            question?: string;
            /** @description Which words were read as which field. */
            read: {
                /** @enum {string} */
                field: "date" | "scheduled_at" | "duration_minutes" | "recurrence_rule";
                /** @example every day */
                words: string;
            }[];
            /** @example FREQ=DAILY */
            recurrence_rule: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T10:00:00.000Z
             */
            scheduled_at: string | null;
            /** @example water the plants */
            title: string;
        };
        UiChatInput: {
            /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
            id: string;
            /** @description The whole history as `useChat` keeps it. The last message, the person’s, is taken. */
            messages: ({
                parts?: ({
                    type: string;
                } & {
                    [key: string]: unknown;
                })[];
                role: string;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description Whether the page knows `reset-step` (AI SDK 7): an answer that begins anew replaces what was shown.
             * @default false
             */
            resets: boolean;
            /**
             * @default queue
             * @enum {string}
             */
            when_busy: "queue" | "replace";
        } & {
            [key: string]: unknown;
        };
        UsageDay: {
            /** @example 0.0123 */
            cost_usd: number;
            /**
             * Format: date
             * @example 2027-02-13
             */
            day: string;
            input_tokens: number;
            model_calls: number;
            output_tokens: number;
            sandbox_runs: number;
            sandbox_seconds: number;
        };
        VapidPublicKey: {
            /**
             * @description For `applicationServerKey` of `pushManager.subscribe`.
             * @example BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM
             */
            public_key: string;
        };
        VoiceIntentInput: {
            /** @example fc_123 */
            function_call_id: string;
            /**
             * @description One of create_goal, list_goals, get_goal_progress, replan_goal, create_task, list_tasks, reschedule_task, rename_task, complete_task, cancel_task, remember, forget, search_notes, run_code, undo_last.
             * @example create_goal
             */
            function_name: string;
            /**
             * @example {
             *       "title": "Lose 15 lbs",
             *       "description": "Wedding prep"
             *     }
             */
            input?: {
                /**
                 * @description Everything else that was said about it.
                 * @example Wedding prep
                 */
                description?: string;
                /** @description The last day, as YYYY-MM-DD or as it was said ("in 12 weeks", "June 1st"). */
                target_date?: string;
                /**
                 * @description The goal in a few words.
                 * @example Lose 15 lbs
                 */
                title: string;
            } | Record<string, never> | {
                /**
                 * @description The goal's id, or the words it was named by.
                 * @example the wedding one
                 */
                goal?: string;
            } | {
                /**
                 * @description The goal's id, or the words it was named by.
                 * @example the wedding one
                 */
                goal: string;
                /**
                 * @description What should be different, as it was said.
                 * @example Fewer sessions, none on Mondays
                 */
                instructions?: string;
            } | {
                /**
                 * @description How long it takes, if that was said.
                 * @example 45
                 */
                duration_minutes?: number;
                /**
                 * @description How it repeats, as it was said or as an RRULE.
                 * @example every other Monday
                 */
                recurrence?: string;
                /**
                 * @description What to do, in a few words.
                 * @example Go to the gym
                 */
                title: string;
                /**
                 * @description When, as it was said; today without it.
                 * @example tomorrow at seven
                 */
                when?: string;
            } | {
                /**
                 * @description Words that the tasks share, such as a name; without a time, whatever is ahead.
                 * @example Dana
                 */
                about?: string;
                /**
                 * @description What is still to do (the default), or what was done.
                 * @enum {string}
                 */
                status?: "open" | "done";
                /**
                 * @description The day or week as it was said, or "overdue".
                 * @example tomorrow
                 */
                when?: string;
            } | {
                /**
                 * @description Of a repeating task: this one alone (the default), or all from now on.
                 * @enum {string}
                 */
                scope?: "one" | "series";
                /**
                 * @description The task's id, or the words it was named by.
                 * @example the gym one
                 */
                task: string;
                /**
                 * @description The new time, as it was said.
                 * @example next Friday evening
                 */
                when: string;
            } | {
                /**
                 * @description The task's id, or the words it was named by.
                 * @example the gym one
                 */
                task: string;
                /**
                 * @description The new title.
                 * @example Go to the climbing gym
                 */
                title: string;
            } | {
                /**
                 * @description The task's id, or the words it was named by.
                 * @example the gym one
                 */
                task: string;
            } | {
                /**
                 * @description Of a repeating task: this one alone (the default), or all from now on.
                 * @enum {string}
                 */
                scope?: "one" | "series";
                /**
                 * @description The task's id, or the words it was named by.
                 * @example the gym one
                 */
                task: string;
            } | {
                /**
                 * @description One sentence, in the first person.
                 * @example My sister's name is Ana
                 */
                fact: string;
            } | {
                /**
                 * @description What to forget, in words; "everything" is all of it.
                 * @example my sister's name
                 */
                fact: string;
            } | {
                /**
                 * @description The words to look for.
                 * @example passport number
                 */
                query: string;
            } | {
                /**
                 * @description The whole Python program.
                 * @example print(sum(range(10)))
                 */
                code?: string;
                /**
                 * @description What the code must find out or do.
                 * @example The factorial of 20
                 */
                request?: string;
            } | Record<string, never>;
            /** @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j */
            session_id: string;
        } | {
            functions: {
                /** @example {"title":"Gym","when":"tomorrow at seven"} */
                arguments?: string;
                /** @default true */
                client_side: boolean;
                /** @example fc_123 */
                id: string;
                name: string;
            }[];
            /** @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j */
            session_id: string;
            /** @enum {string} */
            type: "FunctionCallRequest";
        } | {
            functions: {
                /** @example fc_123 */
                id: string;
                name: string;
            }[];
            /** @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j */
            session_id: string;
            /** @enum {string} */
            type: "FunctionCallCancelled";
        };
        VoiceIntentResult: {
            data?: {
                [key: string]: unknown;
            };
            /** @example fc_123 */
            function_call_id: string;
            /** @description The text to speak. */
            result: string;
            /** @enum {string} */
            status: "ok" | "clarify" | "deferred" | "unsupported" | "error";
        } | {
            /** @description What is answered later, once it is done. */
            deferred?: ({
                client_id: string;
                /** @example fc_123 */
                id: string;
                /** Format: uuid */
                message_id: string;
                name: string;
            } | {
                /** Format: uuid */
                goal_id: string;
                /** @example fc_123 */
                id: string;
                name: string;
            })[];
            /** @description Send each over the WebSocket as it is; for what was cancelled there is none. */
            responses: {
                content: string;
                /** @example fc_123 */
                id: string;
                name: string;
                /** @enum {string} */
                type: "FunctionCallResponse";
            }[];
        };
        VoiceMessageInput: {
            /** @example I want to lose weight before my wedding */
            content: string;
            /** @description Yours: a message that is sent twice with it is saved once. */
            message_id?: string | null;
            /** @enum {string} */
            role: "user" | "assistant";
            /** @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j */
            session_id: string;
            /**
             * Format: date-time
             * @description Orders the transcript; without it, the order of arrival does.
             */
            spoken_at?: string | null;
        };
        VoiceSession: {
            /** @description Open the WebSocket with it: protocols ["bearer", token]. */
            deepgram_token: string;
            /**
             * @description Seconds within which the WebSocket must be opened.
             * @example 60
             */
            expires_in: number;
            /** @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j */
            session_id: string;
            /** @description Deepgram's Settings message: send it as it is when the WebSocket says Welcome. */
            settings: {
                [key: string]: unknown;
            };
            /** @example You are Flux, an empathetic AI life assistant… */
            system_prompt: string;
            /** @example wss://agent.deepgram.com/v1/agent/converse */
            websocket_url: string;
        };
        /** @example {} */
        VoiceSessionInput: {
            /**
             * @description An earlier session to go on with: its transcript comes along.
             * @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j
             */
            resume?: string;
            /**
             * Format: uuid
             * @description Optional; must be your own id.
             */
            user_id?: string;
        };
        VoiceTranscript: {
            messages: {
                content: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T10:00:00.000Z
                 */
                created_at: string;
                /** @enum {string} */
                role: "user" | "assistant";
            }[];
            /** @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j */
            session_id: string;
        };
    };
    responses: never;
    parameters: {
        /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getProtectedResource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Supabase's OAuth server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resource": "https://flux.example.com/api/mcp",
                     *       "authorization_servers": [
                     *         "https://project.supabase.co/auth/v1"
                     *       ],
                     *       "bearer_methods_supported": [
                     *         "header"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProtectedResource"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMcpProtectedResource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Supabase's OAuth server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resource": "https://flux.example.com/api/mcp",
                     *       "authorization_servers": [
                     *         "https://project.supabase.co/auth/v1"
                     *       ],
                     *       "bearer_methods_supported": [
                     *         "header"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProtectedResource"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "email": null,
                     *       "name": null,
                     *       "timezone": "Europe/Berlin",
                     *       "daily_minutes": 1,
                     *       "rest_days": [
                     *         1
                     *       ],
                     *       "reminder_lead_minutes": 1,
                     *       "quiet_hours": null,
                     *       "locale": "de-AT",
                     *       "available_hours": {
                     *         "from": "07:00",
                     *         "to": "21:00"
                     *       },
                     *       "preferred_time": "morning",
                     *       "morning_brief": true,
                     *       "created_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "timezone": "Europe/Berlin",
                 *       "daily_minutes": 90,
                 *       "rest_days": [
                 *         0
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AccountChanges"];
            };
        };
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "email": null,
                     *       "name": null,
                     *       "timezone": "Europe/Berlin",
                     *       "daily_minutes": 1,
                     *       "rest_days": [
                     *         1
                     *       ],
                     *       "reminder_lead_minutes": 1,
                     *       "quiet_hours": null,
                     *       "locale": "de-AT",
                     *       "available_hours": {
                     *         "from": "07:00",
                     *         "to": "21:00"
                     *       },
                     *       "preferred_time": "morning",
                     *       "morning_brief": true,
                     *       "created_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://flux.example.com/tasks.ics?token=ulNy0tDeMZ0b8Wh9NHgVvkdRAhuYDi0jCezjKNfCC2k"
                     *     }
                     */
                    "application/json": components["schemas"]["CalendarLink"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address of the calendar no longer works. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, streamed: the account, its usage by day, and a list of rows for each table. */
            200: {
                headers: {
                    "Content-Disposition": string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exported_at": "2026-11-22T10:00:00.000Z",
                     *       "goals": []
                     *     }
                     */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInsights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By week, weekday, part of the day and goal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2027-02-13",
                     *       "to": "2027-02-13",
                     *       "done": 1,
                     *       "missed": 1,
                     *       "streak_days": 1,
                     *       "weeks": [
                     *         {
                     *           "done": 1,
                     *           "missed": 1,
                     *           "starts_on": "2027-02-13",
                     *           "minutes": 1
                     *         }
                     *       ],
                     *       "by_weekday": [
                     *         {
                     *           "done": 3,
                     *           "missed": 1
                     *         },
                     *         {
                     *           "done": 3,
                     *           "missed": 1
                     *         },
                     *         {
                     *           "done": 3,
                     *           "missed": 1
                     *         },
                     *         {
                     *           "done": 3,
                     *           "missed": 1
                     *         },
                     *         {
                     *           "done": 3,
                     *           "missed": 1
                     *         },
                     *         {
                     *           "done": 3,
                     *           "missed": 1
                     *         },
                     *         {
                     *           "done": 3,
                     *           "missed": 1
                     *         }
                     *       ],
                     *       "by_part_of_day": {
                     *         "morning": {
                     *           "done": 1,
                     *           "missed": 1
                     *         },
                     *         "midday": {
                     *           "done": 1,
                     *           "missed": 1
                     *         },
                     *         "evening": {
                     *           "done": 1,
                     *           "missed": 1
                     *         },
                     *         "untimed": {
                     *           "done": 1,
                     *           "missed": 1
                     *         }
                     *       },
                     *       "by_goal": [
                     *         {
                     *           "goal_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *           "minutes": 1
                     *         }
                     *       ],
                     *       "message": "2432902008176640000"
                     *     }
                     */
                    "application/json": components["schemas"]["Insights"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMemories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it: 200 at most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *         "text": "My sister's name is Ana.",
                     *         "source": "account",
                     *         "created_at": "2026-11-22T10:00:00.000Z",
                     *         "updated_at": "2026-11-22T10:00:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Memory"][];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMemory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "My sister's name is Ana."
                 *     }
                 */
                "application/json": components["schemas"]["MemoryInput"];
            };
        };
        responses: {
            /** @description The memory. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "text": "My sister's name is Ana.",
                     *       "source": "account",
                     *       "created_at": "2026-11-22T10:00:00.000Z",
                     *       "updated_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Memory"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running; `conflict`: Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMemory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is forgotten. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMemory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "My sister's name is Ana."
                 *     }
                 */
                "application/json": components["schemas"]["MemoryInput"];
            };
        };
        responses: {
            /** @description The memory as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "text": "My sister's name is Ana.",
                     *       "source": "account",
                     *       "created_at": "2026-11-22T10:00:00.000Z",
                     *       "updated_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Memory"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /** @description The first day; by default 30 days ago. */
                from?: string;
                /** @description The last day; by default today. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days of your timezone, oldest first; those without any use are left out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "day": "2027-02-13",
                     *         "model_calls": 1,
                     *         "input_tokens": 1,
                     *         "output_tokens": 1,
                     *         "sandbox_runs": 1,
                     *         "sandbox_seconds": 1,
                     *         "cost_usd": 0.0123
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["UsageDay"][];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of conversations. */
            200: {
                headers: {
                    /** @description rel="next" while there is more */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "clientId": "2cd39703-d6ff-4d1c-b9ae-b83340986ca3",
                     *         "title": "What is 2**10?",
                     *         "lastMessage": "Run this: print(20)",
                     *         "status": "queued",
                     *         "createdAt": "2026-11-22T10:00:00.000Z",
                     *         "lastMessageAt": "2026-11-22T10:00:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Conversation"][];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postChatMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The conversation; a new one without it. */
                "x-client-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": "Run this:\n```python\nimport math\nprint(math.factorial(20))\n```"
                 *     }
                 */
                "application/json": components["schemas"]["ChatInput"];
            };
        };
        responses: {
            /** @description Accepted. Follow it at /api/chat/response/{clientId}. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Chat message received and is being processed",
                     *       "clientId": "2cd39703-d6ff-4d1c-b9ae-b83340986ca3",
                     *       "messageId": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatAcknowledgement"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests; `cost_limit`: The daily cost limit is reached */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addChatFile: {
        parameters: {
            query: {
                /** @example sales.csv */
                name: string;
            };
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example … */
                "*/*": string;
                /** @example … */
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description It is there. The name may have been cleaned. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "name": "sales.csv",
                     *       "mime": "text/csv",
                     *       "bytes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ChatFile"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running; `conflict`: Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChatMessages: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages. */
            200: {
                headers: {
                    /** @description rel="next" while there is more */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "message_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *         "content": "I finished my run this morning.",
                     *         "attachments": [
                     *           {
                     *             "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *             "name": "sales.csv",
                     *             "mime": "text/csv",
                     *             "bytes": 1
                     *           }
                     *         ],
                     *         "response": null,
                     *         "status": "queued",
                     *         "requiresE2B": true,
                     *         "tools": [
                     *           {
                     *             "name": "create_task",
                     *             "arguments": {},
                     *             "status": "running"
                     *           }
                     *         ],
                     *         "created_at": "2026-11-22T10:00:00.000Z",
                     *         "ended_at": "2026-11-22T10:00:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ConversationMessage"][];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChatArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, at most 3 MB, always as an attachment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example … */
                    "application/octet-stream": string;
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChatResponse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of a stream: the last event that was seen. */
                "last-event-id"?: string;
            };
            path: {
                /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description lastResponse is null until the message ends. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lastMessage": "Run this: print(20)",
                     *       "lastResponse": null,
                     *       "requiresE2B": true,
                     *       "timestamp": "2026-11-22T10:00:00.000Z",
                     *       "status": "queued",
                     *       "messageId": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatResponse"];
                    /** @example text */
                    "text/event-stream": string;
                };
            };
            /** @description Of a stream: nothing more is to come after Last-Event-ID. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelChatResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled; what runs stops within a second. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "clientId": "2cd39703-d6ff-4d1c-b9ae-b83340986ca3",
                     *       "cancelled": [
                     *         "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChatCancellation"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendUiMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "2cd39703-d6ff-4d1c-b9ae-b83340986ca3",
                 *       "messages": [
                 *         {
                 *           "role": "text"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UiChatInput"];
            };
        };
        responses: {
            /** @description The message as it is answered. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "text/event-stream": string;
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests; `cost_limit`: The daily cost limit is reached */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeUiMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2cd39703-d6ff-4d1c-b9ae-b83340986ca3 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message as it is answered. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "text/event-stream": string;
                };
            };
            /** @description Nothing is being answered. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Supabase project and its publishable key, and what is switched on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "supabase_url": "https://abcdefghijklmnop.supabase.co",
                     *       "supabase_publishable_key": "sb_publishable_…",
                     *       "voice": true
                     *     }
                     */
                    "application/json": components["schemas"]["ClientConfig"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "healthy",
                     *       "service": "api-server"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        service: "api-server";
                        /** @enum {string} */
                        status: "healthy";
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "dependencies": {
                     *         "database": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "auth": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "inngest": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "sandbox": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "model": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "voice": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "configuration": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not ready; each dependency says why. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "dependencies": {
                     *         "database": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "auth": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "inngest": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "sandbox": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "model": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "voice": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         },
                     *         "configuration": {
                     *           "mode": "hosted",
                     *           "ok": true,
                     *           "latency_ms": null,
                     *           "reason": null
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    callMcp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The JSON-RPC answer, as JSON or as an event stream of one event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": unknown;
                    /** @example text */
                    "text/event-stream": string;
                };
            };
            /** @description A notification was taken. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMcpMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Supabase's OAuth server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resource": "https://flux.example.com/api/mcp",
                     *       "authorization_servers": [
                     *         "https://project.supabase.co/auth/v1"
                     *       ],
                     *       "bearer_methods_supported": [
                     *         "header"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProtectedResource"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPushSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpoint": "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn",
                 *       "keys": {
                 *         "p256dh": "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
                 *         "auth": "tBHItJI5svbpez7KI4CCXg"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionInput"];
            };
        };
        responses: {
            /** @description Reminders of tasks with a time of day come here from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "endpoint": "text",
                     *       "created_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpoint": "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn"
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionEnd"];
            };
        };
        responses: {
            /** @description It is gone, also if it was before. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVapidPublicKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "public_key": "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM"
                     *     }
                     */
                    "application/json": components["schemas"]["VapidPublicKey"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ingestDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "How I learned to swim at forty",
                 *       "text": "# The first month\n\nI went twice a week, always in the morning, and counted lengths.",
                 *       "source_url": "https://example.com/spaced-repetition"
                 *     }
                 */
                "application/json": components["schemas"]["DocumentInput"];
            };
        };
        responses: {
            /** @description It can be found from now on, by you alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "chunks": 3
                     *     }
                     */
                    "application/json": components["schemas"]["IngestedDocument"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running; `conflict`: Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchDocuments: {
        parameters: {
            query: {
                /**
                 * @description Words, best as a question; "quoted phrases" must occur, and -words must not.
                 * @example what to do after missing a day
                 */
                q: string;
                /** @description How many documents at most. */
                top_k?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The best first; none for words that mean nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "query": "text",
                     *       "results": [
                     *         {
                     *           "document_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *           "title": "What to do after a missed day",
                     *           "snippet": "So have a rule ready before it is needed: never **miss** twice. The **day** after a **miss**, do …",
                     *           "score": 0.42,
                     *           "source_url": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runVoiceIntent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "function_call_id": "fc_123",
                 *       "function_name": "create_goal",
                 *       "input": {
                 *         "title": "Lose 15 lbs",
                 *         "description": "Wedding prep"
                 *       },
                 *       "session_id": "sess_3v9k2m7q4x8c5b1n6z0d2f7h8j"
                 *     }
                 */
                "application/json": components["schemas"]["VoiceIntentInput"];
            };
        };
        responses: {
            /** @description A sentence, also where something was missing, wrong or not possible: see status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "function_call_id": "fc_123",
                     *       "result": "text",
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["VoiceIntentResult"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveVoiceMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "session_id": "sess_3v9k2m7q4x8c5b1n6z0d2f7h8j",
                 *       "role": "user",
                 *       "content": "I want to lose weight before my wedding"
                 *     }
                 */
                "application/json": components["schemas"]["VoiceMessageInput"];
            };
        };
        responses: {
            /** @description Saved, or dropped with the reason: a problem code, or session_not_open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "saved",
                     *       "message_id": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedVoiceMessage"];
                };
            };
        };
    };
    openVoiceSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["VoiceSessionInput"];
            };
        };
        responses: {
            /** @description Open websocket_url with the token within expires_in seconds, then send settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "session_id": "sess_3v9k2m7q4x8c5b1n6z0d2f7h8j",
                     *       "deepgram_token": "text",
                     *       "expires_in": 60,
                     *       "system_prompt": "You are Flux, an empathetic AI life assistant…",
                     *       "settings": {},
                     *       "websocket_url": "wss://agent.deepgram.com/v1/agent/converse"
                     *     }
                     */
                    "application/json": components["schemas"]["VoiceSession"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_error`: A provider failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeVoiceSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "session_id": "sess_3v9k2m7q4x8c5b1n6z0d2f7h8j",
                     *       "status": "closed",
                     *       "message_count": 1,
                     *       "duration_seconds": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ClosedVoiceSession"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVoiceTranscript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example sess_3v9k2m7q4x8c5b1n6z0d2f7h8j */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transcript. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "session_id": "sess_3v9k2m7q4x8c5b1n6z0d2f7h8j",
                     *       "messages": [
                     *         {
                     *           "role": "user",
                     *           "content": "I finished my run this morning.",
                     *           "created_at": "2026-11-22T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["VoiceTranscript"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGoals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "active" | "completed" | "abandoned";
                user_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of goals. */
            200: {
                headers: {
                    /** @description rel="next" while there is more */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *         "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *         "title": "Run 20 minutes",
                     *         "description": "Twenty minutes at a pace at which you can talk.",
                     *         "status": "active",
                     *         "plan_status": "pending",
                     *         "plan_error": null,
                     *         "plan_json": null,
                     *         "start_date": "2027-02-13",
                     *         "target_date": "2027-02-13",
                     *         "progress": {
                     *           "done": 1,
                     *           "total": 1,
                     *           "minutes_done": 1,
                     *           "minutes_total": 1,
                     *           "current_week": null,
                     *           "on_track": true
                     *         },
                     *         "questions": [
                     *           {
                     *             "id": "text",
                     *             "text": "Small steps survive bad days."
                     *           }
                     *         ],
                     *         "proposal": null,
                     *         "care": null,
                     *         "created_at": "2026-11-22T10:00:00.000Z",
                     *         "updated_at": "2026-11-22T10:00:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Goal"][];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createGoal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Get fit for my wedding",
                 *       "description": "Lose 15 lbs and improve stamina over 12 weeks",
                 *       "target_date": "2027-02-13"
                 *     }
                 */
                "application/json": components["schemas"]["GoalInput"];
            };
        };
        responses: {
            /** @description The goal. Its plan follows within seconds to minutes: watch plan_status. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "title": "Run 20 minutes",
                     *       "description": "Twenty minutes at a pace at which you can talk.",
                     *       "status": "active",
                     *       "plan_status": "pending",
                     *       "plan_error": null,
                     *       "plan_json": null,
                     *       "start_date": "2027-02-13",
                     *       "target_date": "2027-02-13",
                     *       "progress": {
                     *         "done": 1,
                     *         "total": 1,
                     *         "minutes_done": 1,
                     *         "minutes_total": 1,
                     *         "current_week": null,
                     *         "on_track": true
                     *       },
                     *       "questions": [
                     *         {
                     *           "id": "text",
                     *           "text": "Small steps survive bad days."
                     *         }
                     *       ],
                     *       "proposal": null,
                     *       "care": null,
                     *       "created_at": "2026-11-22T10:00:00.000Z",
                     *       "updated_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Goal"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The goal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "title": "Run 20 minutes",
                     *       "description": "Twenty minutes at a pace at which you can talk.",
                     *       "status": "active",
                     *       "plan_status": "pending",
                     *       "plan_error": null,
                     *       "plan_json": null,
                     *       "start_date": "2027-02-13",
                     *       "target_date": "2027-02-13",
                     *       "progress": {
                     *         "done": 1,
                     *         "total": 1,
                     *         "minutes_done": 1,
                     *         "minutes_total": 1,
                     *         "current_week": null,
                     *         "on_track": true
                     *       },
                     *       "questions": [
                     *         {
                     *           "id": "text",
                     *           "text": "Small steps survive bad days."
                     *         }
                     *       ],
                     *       "proposal": null,
                     *       "care": null,
                     *       "created_at": "2026-11-22T10:00:00.000Z",
                     *       "updated_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Goal"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeGoal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target_date": "2027-03-14"
                 *     }
                 */
                "application/json": components["schemas"]["GoalChanges"];
            };
        };
        responses: {
            /** @description The goal. plan_status is pending where it is planned again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "title": "Run 20 minutes",
                     *       "description": "Twenty minutes at a pace at which you can talk.",
                     *       "status": "active",
                     *       "plan_status": "pending",
                     *       "plan_error": null,
                     *       "plan_json": null,
                     *       "start_date": "2027-02-13",
                     *       "target_date": "2027-02-13",
                     *       "progress": {
                     *         "done": 1,
                     *         "total": 1,
                     *         "minutes_done": 1,
                     *         "minutes_total": 1,
                     *         "current_week": null,
                     *         "on_track": true
                     *       },
                     *       "questions": [
                     *         {
                     *           "id": "text",
                     *           "text": "Small steps survive bad days."
                     *         }
                     *       ],
                     *       "proposal": null,
                     *       "care": null,
                     *       "created_at": "2026-11-22T10:00:00.000Z",
                     *       "updated_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Goal"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running; `conflict`: Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerGoal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": [
                 *         {
                 *           "id": "level",
                 *           "text": "I can run 5 km"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlanAnswers"];
            };
        };
        responses: {
            /** @description The goal with the plan it has; the new one follows: watch plan_status. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "title": "Run 20 minutes",
                     *       "description": "Twenty minutes at a pace at which you can talk.",
                     *       "status": "active",
                     *       "plan_status": "pending",
                     *       "plan_error": null,
                     *       "plan_json": null,
                     *       "start_date": "2027-02-13",
                     *       "target_date": "2027-02-13",
                     *       "progress": {
                     *         "done": 1,
                     *         "total": 1,
                     *         "minutes_done": 1,
                     *         "minutes_total": 1,
                     *         "current_week": null,
                     *         "on_track": true
                     *       },
                     *       "questions": [
                     *         {
                     *           "id": "text",
                     *           "text": "Small steps survive bad days."
                     *         }
                     *       ],
                     *       "proposal": null,
                     *       "care": null,
                     *       "created_at": "2026-11-22T10:00:00.000Z",
                     *       "updated_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Goal"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running; `conflict`: Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planGoal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "instructions": "No running, my knee hurts. Swimming is fine."
                 *     }
                 */
                "application/json": components["schemas"]["PlanWishes"];
            };
        };
        responses: {
            /** @description The goal with the plan it has; the new one follows: watch plan_status. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "title": "Run 20 minutes",
                     *       "description": "Twenty minutes at a pace at which you can talk.",
                     *       "status": "active",
                     *       "plan_status": "pending",
                     *       "plan_error": null,
                     *       "plan_json": null,
                     *       "start_date": "2027-02-13",
                     *       "target_date": "2027-02-13",
                     *       "progress": {
                     *         "done": 1,
                     *         "total": 1,
                     *         "minutes_done": 1,
                     *         "minutes_total": 1,
                     *         "current_week": null,
                     *         "on_track": true
                     *       },
                     *       "questions": [
                     *         {
                     *           "id": "text",
                     *           "text": "Small steps survive bad days."
                     *         }
                     *       ],
                     *       "proposal": null,
                     *       "care": null,
                     *       "created_at": "2026-11-22T10:00:00.000Z",
                     *       "updated_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Goal"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running; `conflict`: Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accept": true
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecision"];
            };
        };
        responses: {
            /** @description The goal. Where the proposal was taken it is planned again: watch plan_status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "title": "Run 20 minutes",
                     *       "description": "Twenty minutes at a pace at which you can talk.",
                     *       "status": "active",
                     *       "plan_status": "pending",
                     *       "plan_error": null,
                     *       "plan_json": null,
                     *       "start_date": "2027-02-13",
                     *       "target_date": "2027-02-13",
                     *       "progress": {
                     *         "done": 1,
                     *         "total": 1,
                     *         "minutes_done": 1,
                     *         "minutes_total": 1,
                     *         "current_week": null,
                     *         "on_track": true
                     *       },
                     *       "questions": [
                     *         {
                     *           "id": "text",
                     *           "text": "Small steps survive bad days."
                     *         }
                     *       ],
                     *       "proposal": null,
                     *       "care": null,
                     *       "created_at": "2026-11-22T10:00:00.000Z",
                     *       "updated_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Goal"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running; `conflict`: Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "service": "flux-backend"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        service: "flux-backend";
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description One day, instead of from and to. */
                date?: string;
                /** @description The first day; default today. */
                from?: string;
                goal_id?: string;
                limit?: number;
                status?: "pending" | "done" | "missed" | "cancelled";
                /** @description The last day, at most 366 days in all; default six days later. */
                to?: string;
                user_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks; without a range those of today and the six days after it. */
            200: {
                headers: {
                    /** @description rel="next" while there is more */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23",
                     *         "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *         "goal_id": null,
                     *         "series_id": null,
                     *         "title": "Run 3 km",
                     *         "description": "Twenty minutes at a pace at which you can talk.",
                     *         "status": "pending",
                     *         "scheduled_at": "2026-11-22T10:00:00.000Z",
                     *         "date": "2027-02-13",
                     *         "duration_minutes": 1,
                     *         "recurrence_rule": "FREQ=WEEKLY;BYDAY=MO,TH",
                     *         "week": null,
                     *         "care": null,
                     *         "completed_at": "2026-11-22T10:00:00.000Z",
                     *         "created_at": "2026-11-22T10:00:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Task"][];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Go to the gym",
                 *       "when": "next Friday evening",
                 *       "duration_minutes": 45,
                 *       "recurrence_rule": "FREQ=WEEKLY;BYDAY=MO,TH"
                 *     }
                 */
                "application/json": components["schemas"]["TaskInput"];
            };
        };
        responses: {
            /** @description The task. A repeating one is at its first occurrence. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23",
                     *       "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "goal_id": null,
                     *       "series_id": null,
                     *       "title": "Run 3 km",
                     *       "description": "Twenty minutes at a pace at which you can talk.",
                     *       "status": "pending",
                     *       "scheduled_at": "2026-11-22T10:00:00.000Z",
                     *       "date": "2027-02-13",
                     *       "duration_minutes": 1,
                     *       "recurrence_rule": "FREQ=WEEKLY;BYDAY=MO,TH",
                     *       "week": null,
                     *       "care": null,
                     *       "completed_at": "2026-11-22T10:00:00.000Z",
                     *       "created_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`: The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input; `idempotency_mismatch`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalendar: {
        parameters: {
            query: {
                /** @example ulNy0tDeMZ0b8Wh9NHgVvkdRAhuYDi0jCezjKNfCC2k */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tasks of the last 30 days and the next year, as iCalendar. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "text/calendar": string;
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID; for one occurrence of a repeating task the UUID with its day.
                 * @example 7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23",
                     *       "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "goal_id": null,
                     *       "series_id": null,
                     *       "title": "Run 3 km",
                     *       "description": "Twenty minutes at a pace at which you can talk.",
                     *       "status": "pending",
                     *       "scheduled_at": "2026-11-22T10:00:00.000Z",
                     *       "date": "2027-02-13",
                     *       "duration_minutes": 1,
                     *       "recurrence_rule": "FREQ=WEEKLY;BYDAY=MO,TH",
                     *       "week": null,
                     *       "care": null,
                     *       "completed_at": "2026-11-22T10:00:00.000Z",
                     *       "created_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID; for one occurrence of a repeating task the UUID with its day.
                 * @example 7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID; for one occurrence of a repeating task the UUID with its day.
                 * @example 7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Go to the gym",
                 *       "duration_minutes": 45,
                 *       "when": "next Friday evening",
                 *       "recurrence_rule": "FREQ=WEEKLY;BYDAY=MO,TH"
                 *     }
                 */
                "application/json": components["schemas"]["TaskChange"];
            };
        };
        responses: {
            /** @description The task as it is now; with scope "series" the series. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23",
                     *       "user_id": "5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11",
                     *       "goal_id": null,
                     *       "series_id": null,
                     *       "title": "Run 3 km",
                     *       "description": "Twenty minutes at a pace at which you can talk.",
                     *       "status": "pending",
                     *       "scheduled_at": "2026-11-22T10:00:00.000Z",
                     *       "date": "2027-02-13",
                     *       "duration_minutes": 1,
                     *       "recurrence_rule": "FREQ=WEEKLY;BYDAY=MO,TH",
                     *       "week": null,
                     *       "care": null,
                     *       "completed_at": "2026-11-22T10:00:00.000Z",
                     *       "created_at": "2026-11-22T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findSlots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID; for one occurrence of a repeating task the UUID with its day.
                 * @example 7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description New times within the next two weeks, the soonest first; none for a finished task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "scheduled_at": "2026-11-22T10:00:00.000Z",
                     *         "date": "2027-02-13",
                     *         "duration_minutes": 1,
                     *         "reason": "Tomorrow at your usual time; 90 minutes are free."
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Slot"][];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "water the plants every day at 8 for 10 min"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What to do and when, in one line, in English, German, French, Spanish, Portuguese, Italian or Dutch.
                     * @example water the plants every day at 8 for 10 min
                     */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The task that the words say, the words of each field, and a question where they are unclear. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "title": "water the plants",
                     *       "date": "2027-02-13",
                     *       "scheduled_at": "2026-11-22T10:00:00.000Z",
                     *       "duration_minutes": 1,
                     *       "recurrence_rule": "FREQ=DAILY",
                     *       "read": [
                     *         {
                     *           "field": "date",
                     *           "words": "every day"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TaskPreview"];
                };
            };
            /** @description `bad_json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: Invalid input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Internal error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_configured`: Not configured; `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timeout`: A provider did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
